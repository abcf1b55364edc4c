package io.github.wxcard.repl;

import static io.github.wxcard.repl.TerminalSession.CTRL_C;
import static io.github.wxcard.repl.TerminalSession.CTRL_P;
import static io.github.wxcard.repl.TerminalSession.ENTER;
import static io.github.wxcard.repl.TerminalSession.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.scenario.CommandOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractiveLoopTest {
  @TempDir Path folder;

  private TerminalSession session;

  @BeforeEach
  void sitDown() {
    session = new TerminalSession(folder);
  }

  @Test
  void a_line_is_run_as_typed() throws IOException {
    session.type("create '双人 card.json'", ENTER, ENTER, "wxcard token", ENTER);
    assertThat(session.commands)
        .containsExactly(List.of("create", "双人 card.json"), List.of("token"));
    assertThat(session.said()).contains("Ctrl-D leaves");
  }

  @Test
  void results_are_arguments_of_later_lines() throws IOException {
    session.type("create x", ENTER, "qrcode $card_id", ENTER);
    assertThat(session.commands).endsWith(List.of("qrcode", "p1"));
  }

  @Test
  void ctrl_c_clears_the_line_and_nothing_else() throws IOException {
    session.type("consume 1", CTRL_C, "token", ENTER);
    assertThat(session.commands).containsExactly(List.of("token"));
  }

  @Test
  void exit_leaves_at_once() throws IOException {
    session.type("exit", ENTER, "token", ENTER);
    assertThat(session.commands).isEmpty();
  }

  @Test
  void a_failed_line_does_not_end_the_session() throws IOException {
    session
        .running(
            (words, input) -> CommandOutcome.failed(Failure.of(FailureKind.REFUSED, "no", "never")))
        .type("consume 1", ENTER, "consume $ticket", ENTER, "token", ENTER);
    assertThat(session.commands).containsExactly(List.of("consume", "1"), List.of("token"));
    assertThat(session.said()).contains("no result has given a ticket yet");
  }

  @Test
  void an_open_quote_goes_on_in_the_next_line() throws IOException {
    session.type("create 'a", ENTER, "b'", ENTER);
    assertThat(session.commands).containsExactly(List.of("create", "a\nb"));
  }

  @Test
  void tab_completes_commands_files_and_identifiers() throws IOException {
    Files.writeString(folder.resolve("my card.json"), "{}");
    Files.createDirectory(folder.resolve("samples"));
    Files.writeString(folder.resolve("samples/groupon.json"), "{}");
    session.type("cr", TAB, "my", TAB, ENTER, "create sa", TAB, "gr", TAB, ENTER);
    session.type("con", TAB, "live", TAB, ENTER);
    assertThat(session.commands)
        .containsExactly(
            List.of("create", "my card.json"),
            List.of("create", "samples/groupon.json"),
            List.of("consume", "live-card"));
  }

  @Test
  void tab_completes_names_of_results() throws IOException {
    session.type("create x", ENTER, "consume $ca", TAB, ENTER);
    assertThat(session.commands).endsWith(List.of("consume", "p1"));
  }

  @Test
  void lines_of_the_last_session_come_back_but_no_secret_does() throws IOException {
    session.type("create x", ENTER, "login open-sesame", ENTER);
    assertThat(Files.readAllLines(session.history())).containsExactly("create x");
    session.commands.clear();
    session.type(CTRL_P, ENTER);
    assertThat(session.commands).containsExactly(List.of("create", "x"));
  }

  @Test
  void a_repl_inside_the_repl_is_refused() throws IOException {
    session.type("repl --sandbox", ENTER, "--sandbox repl", ENTER, "help repl", ENTER);
    assertThat(session.commands).containsExactly(List.of("help", "repl"));
    assertThat(session.said()).contains("this already is the REPL");
  }

  @Test
  void ctrl_c_stops_the_running_command_and_the_session_goes_on() throws IOException {
    session.running(
        (words, input) -> {
          if (words.contains("--wait")) {
            session.interrupt();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
          } else {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
          }
          return CommandOutcome.done();
        });
    session.type("hello --wait", ENTER, "token", ENTER);
    assertThat(session.commands).containsExactly(List.of("hello", "--wait"), List.of("token"));
  }

  @Test
  void a_second_ctrl_c_reaches_the_command_as_well() throws IOException {
    session.running(
        (words, input) -> {
          session.interrupt();
          assertThat(Thread.interrupted()).isTrue();
          session.interrupt();
          assertThat(Thread.interrupted()).isTrue();
          return CommandOutcome.done();
        });
    session.type("create x", ENTER, "token", ENTER);
    assertThat(session.commands).containsExactly(List.of("create", "x"), List.of("token"));
  }
}
