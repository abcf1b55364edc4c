package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is run, in its order, by one shell with an empty home folder. */
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("```console( fails)?\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ ((?:.*\\\\\\n)*.*)$", Pattern.MULTILINE);

  @TempDir Path home;

  @Test
  void every_command_of_the_readme_ends_as_it_says() throws IOException {
    Path shell = Files.writeString(home.resolve("readme.sh"), script());
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    Run run =
        Script.of(shell)
            .with("HOME", home.toString())
            .with("PATH", Script.PROJECT.resolve("scripts") + ":" + System.getenv("PATH"))
            .run()
            .exits(0);
    assertThat(run.out()).contains("p5a4Db", "url http://");
  }

  private static String script() throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\n");
    List<MatchResult> blocks =
        BLOCK.matcher(Files.readString(Script.PROJECT.resolve("README.md"))).results().toList();
    assertThat(blocks).hasSizeGreaterThan(10);
    for (MatchResult block : blocks) {
      COMMAND
          .matcher(block.group(2))
          .results()
          .map(command -> command.group(1))
          .forEach(command -> script.append(step(command, block.group(1) != null)));
    }
    return script.toString().replace("8900", String.valueOf(freePort()));
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
