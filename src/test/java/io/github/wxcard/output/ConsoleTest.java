package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  @Test
  void results_and_remarks_go_separate_ways() {
    Streams piped = Streams.piped();
    piped.console.page().line("结果");
    piped.console.warn("小心");
    assertThat(piped.out()).isEqualTo("结果\n");
    assertThat(piped.err()).isEqualTo("warning: 小心\n");
  }

  @Test
  void foreign_text_cannot_steer_a_terminal() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.page().line("a\u001b]0;title\u0007\u001b[2Jb\tc\u009b");
    assertThat(terminal.out()).isEqualTo("a\\u001b]0;title\\u0007\\u001b[2Jb\\tc\\u009b\n");
  }

  @Test
  void foreign_text_cannot_hide_or_turn_what_stands_beside_it() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.page().line("\u001b[8ma\u202eb\u2067c\u001b[1m");
    assertThat(terminal.out()).isEqualTo("\\u001b[8ma\\u202eb\\u2067c\\u001b[1m\n");
  }

  @Test
  void a_pipe_gets_foreign_text_escaped_too() {
    Streams piped = Streams.piped();
    piped.console.page().line("a\u001b[2J\nb");
    piped.console.say("a\rb\u2028");
    piped.console.warn("::add-mask::a");
    assertThat(piped.out()).isEqualTo("a\\u001b[2J\\nb\n");
    assertThat(piped.err()).isEqualTo("a\\rb\\u2028\nwarning: \\u003a:add-mask::a\n");
  }

  @Test
  void a_document_keeps_its_lines_and_nothing_else() {
    Streams piped = Streams.piped();
    piped.console.page().lines("{\n  \"a\": \"\u202e##[b]\"\n}");
    assertThat(piped.out()).isEqualTo("{\n  \"a\": \"\\u202e\\u0023#[b]\"\n}\n");
  }

  @Test
  void data_stays_as_it_is_but_on_a_terminal() {
    String data = "::notice::a\u001b[2J\tb\r\nc\u202e";
    Streams piped = Streams.piped();
    piped.console.page().data(data);
    assertThat(piped.out()).isEqualTo(data + "\n");
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.page().data(data);
    assertThat(terminal.out()).isEqualTo("\\u003a:notice::a\\u001b[2J\tb\nc\\u202e\n");
  }

  @Test
  void foreign_text_brings_no_colour_of_its_own_where_there_is_colour() {
    Console console = Streams.terminal(80, ColorChoice.ALWAYS).console;
    assertThat(console.page().styled().add(Style.GOOD, "a\u001b[0m").add("\u001b[1mb").toString())
        .isEqualTo("\u001b[32ma\\u001b[0m\u001b[0m\\u001b[1mb");
  }

  @Test
  void colour_is_for_terminals_unless_it_is_asked_for() {
    Console onTerminal = Streams.terminal(80, ColorChoice.AUTO).console;
    Console onPipe = Streams.piped().console;
    assertThat(onTerminal.page().styled().add(Style.GOOD, "ok").toString())
        .isEqualTo("\u001b[32mok\u001b[0m");
    assertThat(onPipe.onErr().add(Style.GOOD, "ok").toString()).isEqualTo("ok");
    assertThat(onTerminal.with(ColorChoice.NEVER).onErr().add(Style.GOOD, "ok").toString())
        .isEqualTo("ok");
    assertThat(onPipe.with(ColorChoice.ALWAYS).page().styled().add(Style.BAD, "no").toString())
        .contains("\u001b[1;31m");
  }

  @Test
  void the_environment_can_refuse_colour() {
    assertThat(ColorChoice.of(Map.of("NO_COLOR", "1"))).isEqualTo(ColorChoice.NEVER);
    assertThat(ColorChoice.of(Map.of("NO_COLOR", ""))).isEqualTo(ColorChoice.AUTO);
    assertThat(ColorChoice.of(Map.of("TERM", "dumb"))).isEqualTo(ColorChoice.NEVER);
  }

  @Test
  void a_command_line_can_choose_colour_wherever_it_says_so() {
    assertThat(ColorChoice.in(List.of("token", "--color", "Never"))).isEqualTo(ColorChoice.NEVER);
    assertThat(ColorChoice.in(List.of("--color=always", "x"))).isEqualTo(ColorChoice.ALWAYS);
    assertThat(ColorChoice.in(List.of("token", "--color"))).isEqualTo(ColorChoice.AUTO);
    assertThat(ColorChoice.in(List.of("--color", "auto"))).isEqualTo(ColorChoice.AUTO);
  }

  @Test
  void each_stream_is_told_apart_as_a_terminal() {
    TerminalInfo terminal = TerminalInfo.of("101", Map.of("COLUMNS", "132"));
    assertThat(terminal.inTerminal()).isTrue();
    assertThat(terminal.outTerminal()).isFalse();
    assertThat(terminal.errTerminal()).isTrue();
    assertThat(terminal.width().getAsInt()).isEqualTo(132);
    assertThat(TerminalInfo.of("", Map.of()).inTerminal()).isFalse();
  }

  @Test
  void output_that_cannot_be_written_is_a_failure() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            broken("No space left on device"),
            OutputStream.nullOutputStream(),
            TerminalInfo.piped());
    assertThatThrownBy(() -> console.page().line("x"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("No space left on device");
  }

  @Test
  void remarks_that_nobody_reads_change_nothing() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            broken("Broken pipe"),
            TerminalInfo.piped());
    console.say("into the void");
    console.page().line("still here");
    assertThat(console.terminal().errTerminal()).isFalse();
  }

  private static OutputStream broken(String reason) {
    return new OutputStream() {
      @Override
      public void write(int oneByte) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
