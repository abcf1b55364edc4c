package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What signals do to a command beside a sandbox, and to the program that waits for it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SandboxExecSignalsTest {
  /** Says what arrives, and ends at a SIGTERM or a line. */
  private static final String CHILD =
      """
      for each in INT HUP USR1; do trap "echo $each" $each; done
      trap 'echo TERM; exit 4' TERM
      echo ready
      until read line; do :; done
      exit 5
      """;

  @TempDir Path home;
  private Process process;
  private BufferedReader out;

  @AfterEach
  void end() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** As a terminal does it: the whole process group is told, each process once. */
  @Test
  void ctrl_c_reaches_the_command_once() throws Exception {
    start(List.of("setsid"), CHILD);

    kill("INT", "-" + process.pid());
    assertThat(out.readLine()).isEqualTo("INT");
    kill("TERM", "" + process.pid());

    assertThat(out.lines()).as("nothing but the last signal").containsExactly("TERM");
    assertThat(exitCode()).isEqualTo(4);
  }

  @Test
  void the_next_ctrl_c_reaches_it_once_too() throws Exception {
    start(List.of("setsid"), CHILD);

    kill("INT", "-" + process.pid());
    assertThat(out.readLine()).isEqualTo("INT");
    kill("INT", "-" + process.pid());
    assertThat(out.readLine()).isEqualTo("INT");
    kill("TERM", "" + process.pid());

    assertThat(out.lines()).containsExactly("TERM");
    assertThat(exitCode()).isEqualTo(4);
  }

  @Test
  void a_signal_to_the_program_alone_is_passed_on() throws Exception {
    start(List.of(), CHILD);

    for (String signal : List.of("INT", "HUP", "USR1")) {
      kill(signal, "" + process.pid());
      assertThat(out.readLine()).isEqualTo(signal);
    }
    kill("TERM", "" + process.pid());

    assertThat(out.lines()).containsExactly("TERM");
    assertThat(exitCode()).isEqualTo(4);
  }

  @Test
  void a_command_that_takes_no_care_is_ended_and_told_by_its_exit_code() throws Exception {
    start(List.of("setsid"), "echo ready; exec cat");

    kill("INT", "-" + process.pid());

    assertThat(exitCode()).isEqualTo(130);
  }

  @Test
  void a_command_that_goes_on_is_waited_for() throws Exception {
    start(List.of("setsid"), CHILD);

    kill("INT", "-" + process.pid());
    assertThat(out.readLine()).isEqualTo("INT");
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write("line\n");
    }

    assertThat(exitCode()).isEqualTo(5);
  }

  /**
   * Returns when the command has set its traps, and the program is past its start as well: else it
   * would pass on what the command has got by itself.
   */
  private void start(List<String> before, String script) throws Exception {
    assumeTrue(
        before.isEmpty() || Files.exists(Path.of("/usr/bin/setsid")),
        "there is no setsid, which makes a process group");
    List<String> words = List.of("sandbox", "exec", "--", "sh", "-c", script);
    ProcessBuilder program = ServeProcess.program(home, words);
    List<String> command = new ArrayList<>(before);
    command.addAll(program.command());
    process = program.command(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("ready");
    if (script.equals(CHILD)) {
      kill("USR1", "" + process.pid());
      assertThat(out.readLine()).isEqualTo("USR1");
    }
  }

  private static void kill(String signal, String whom) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-s", signal, "--", whom).inheritIO().start();
    assertThat(kill.waitFor()).as("kill").isZero();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("an end").isTrue();
    return process.exitValue();
  }
}
