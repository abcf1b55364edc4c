package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the help topics show is run, in its order, by one shell a file. */
class DocumentationTest {
  private static final Path README = Script.PROJECT.resolve("README.md");
  private static final Path TOPICS =
      Script.PROJECT.resolve("src/main/resources/io/github/wxcard/cli/help");
  private static final Pattern BLOCK =
      Pattern.compile("```console( fails)?\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ ((?:.*\\\\\\n)*.*)$", Pattern.MULTILINE);

  /** What anybody reads before they have decided to read on. */
  private static final int LONGEST_README = 10_000;

  @TempDir Path home;

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> topics = Files.list(TOPICS)) {
      return Stream.concat(Stream.of(README), topics.sorted())
          .filter(document -> !blocks(document).isEmpty())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_command_of_a_document_ends_as_it_says(Path document) throws IOException {
    Path shell = Files.writeString(home.resolve("commands.sh"), script(document));
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    Script.of(shell)
        .with("HOME", home.toString())
        .with("PATH", Script.PROJECT.resolve("scripts") + ":" + System.getenv("PATH"))
        .run()
        .exits(0);
  }

  @Test
  void the_readme_walks_from_the_token_to_the_redeemed_code() throws IOException {
    assertThat(blocks(README).stream().map(block -> block.group(2)))
        .anySatisfy(block -> assertThat(block).contains("wxcard token", "wxcard whitelist"))
        .anySatisfy(block -> assertThat(block).contains("wxcard consume"));
    assertThat(Files.size(README)).isLessThanOrEqualTo(LONGEST_README);
  }

  private static String script(Path document) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\n");
    for (MatchResult block : blocks(document)) {
      COMMAND
          .matcher(block.group(2))
          .results()
          .map(command -> command.group(1))
          .forEach(command -> script.append(step(command, block.group(1) != null)));
    }
    return script.toString().replace("8900", String.valueOf(freePort()));
  }

  private static List<MatchResult> blocks(Path document) {
    try {
      return BLOCK.matcher(Files.readString(document)).results().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String step(String command, boolean fails) {
    String shown = command.replace("'", "");
    return fails
        ? "if " + command + "; then echo 'must fail: " + shown + "' >&2; exit 99; fi\n"
        : command + "\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
