package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line in a process of its own that is sent signals. */
final class SignalledProgram {
  private final String line;
  private final Process process;
  private final Path out;
  private final Path err;

  SignalledProgram(Path home, Map<String, String> variables, List<String> words)
      throws IOException {
    this(home, variables, "000", words);
  }

  /**
   * @param terminals which of the three streams pass for terminals
   */
  SignalledProgram(Path home, Map<String, String> variables, String terminals, List<String> words)
      throws IOException {
    line = String.join(" ", words);
    out = home.resolve("out.txt");
    err = home.resolve("err.txt");
    ProcessBuilder program = ServeProcess.program(home, words);
    int java = program.command().indexOf("-cp");
    program.command().add(java, "-Dwxcard.tty=" + terminals);
    program.environment().putAll(variables);
    process = program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  void awaitNote(String text) {
    await(text)
        .atMost(60, TimeUnit.SECONDS)
        .pollInterval(10, TimeUnit.MILLISECONDS)
        .failFast("the program has ended", () -> !process.isAlive())
        .until(() -> Files.readString(err).contains(text));
  }

  Run ended() throws IOException, InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("an end").isTrue();
    return new Run(
        line,
        process.exitValue(),
        new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
        Files.readString(err));
  }
}
