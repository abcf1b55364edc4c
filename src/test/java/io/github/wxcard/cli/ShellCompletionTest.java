package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxcard.Wxcard;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the shells they are for, with the program on the path. */
class ShellCompletionTest {
  @TempDir Path home;
  private Path folder;

  @BeforeEach
  void putTheProgramOnThePath() throws IOException {
    Path program = Files.createDirectories(home.resolve("bin")).resolve("wxcard");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.github.wxcard.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin/java"),
                System.getProperty("java.class.path")));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    folder = Files.createDirectories(home.resolve("work"));
    Files.writeString(folder.resolve("my card.json"), "{}");
    Files.createDirectories(folder.resolve("mydir"));
  }

  private List<String> shell(String shell, String... words) throws Exception {
    assumeTrue(installed(shell), shell + " is not installed");
    List<String> line = Stream.concat(Stream.of(shell), Stream.of(words)).toList();
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("XDG_CACHE_HOME");
    // With it nothing is completed for a line that names no account.
    builder.environment().remove("CI");
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return out.lines().toList();
  }

  private static boolean installed(String shell) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, shell)));
  }

  /** The words as bash splits a line, the last one unfinished. */
  private List<String> bash(String words) throws Exception {
    String script =
        "source <(wxcard completion bash); COMP_WORDS=(wxcard %s); COMP_CWORD=$((${#COMP_WORDS[@]}"
            + " - 1)); $(complete -p wxcard | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); [ ${#COMPREPLY[@]}"
            + " = 0 ] || printf '%%s\\n"
            + "' \"${COMPREPLY[@]}\"";
    return shell("bash", "-c", script.formatted(words));
  }

  @Test
  void bash_completes_commands_ids_and_files() throws Exception {
    String cardId =
        new Wxcard(home).run("create", "samples/gift.json", "--sandbox").exits(0).out().strip();
    assertThat(bash("si")).containsExactly("sign");
    assertThat(pressingAgain("--sandbox qrcode ''")).containsExactly(cardId);
    assertThat(bash("consume --card-id = p")).containsExactly(cardId);
    assertThat(bash("create my")).containsExactlyInAnyOrder("my card.json", "mydir");
    assertThat(bash("create /nowhere/")).isEmpty();
  }

  /**
   * On a busy machine ids may come too late for the first time; whoever waits presses Tab again.
   */
  private List<String> pressingAgain(String typed) throws Exception {
    List<String> offered = bash(typed);
    for (int i = 0; i < 10 && offered.isEmpty(); i++) {
      offered = bash(typed);
    }
    return offered;
  }

  @Test
  void zsh_completes_commands_and_files() throws Exception {
    String script =
        "compdef() { : }; _files() { print files }; _describe() { print -l -- \"${(@P)2}\" };"
            + " source <(wxcard completion zsh); words=(wxcard %s); CURRENT=$#words; _wxcard";
    assertThat(shell("zsh", "-f", "-c", script.formatted("consu")))
        .containsExactly("consume:Redeem a card code, or a file of them; it cannot be undone");
    assertThat(shell("zsh", "-f", "-c", script.formatted("create ''"))).containsExactly("files");
  }

  @Test
  void zsh_completes_whether_its_completion_was_begun_before_or_is_begun_after() throws Exception {
    String source = "source <(wxcard completion zsh); ";
    String begin = "autoload -Uz compinit; compinit -i; ";
    String prompt = "for each in $precmd_functions; do $each; done; ";
    String registered = "print -r -- ${_comps[wxcard]} $precmd_functions";
    for (String script : List.of(source, begin + source, source + begin + prompt)) {
      assertThat(shell("zsh", "-f", "-c", script + prompt + registered)).containsExactly("_wxcard");
    }
  }

  @Test
  void zsh_without_its_functions_is_told_nothing_it_cannot_read() throws Exception {
    assertThat(shell("zsh", "-f", "-c", "fpath=(); source <(wxcard completion zsh)")).isEmpty();
  }

  @Test
  void fish_completes_commands_and_files() throws Exception {
    String script = "wxcard completion fish | source; complete -C '%s'";
    assertThat(shell("fish", "-c", script.formatted("wxcard consu")))
        .containsExactly("consume\tRedeem a card code, or a file of them; it cannot be undone");
    assertThat(shell("fish", "-c", script.formatted("wxcard create myd")))
        .anyMatch(line -> line.startsWith("mydir/"));
  }
}
