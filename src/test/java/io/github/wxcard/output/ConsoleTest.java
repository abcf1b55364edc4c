package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  @Test
  void results_and_remarks_go_separate_ways() {
    Streams piped = Streams.piped();
    piped.console.line("结果");
    piped.console.warn("小心");
    assertThat(piped.out()).isEqualTo("结果\n");
    assertThat(piped.err()).isEqualTo("warning: 小心\n");
  }

  @Test
  void foreign_text_cannot_steer_a_terminal() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.line("a\u001b]0;title\u0007\u001b[2Jb\tc\u009b");
    assertThat(terminal.out()).isEqualTo("a\ufffd]0;title\ufffd\ufffd[2Jb\tc\ufffd\n");
  }

  @Test
  void foreign_text_cannot_hide_or_turn_what_stands_beside_it() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.line("\u001b[8ma\u202eb\u2067c\u001b[1m");
    assertThat(terminal.out()).isEqualTo("\ufffd[8ma\ufffdb\ufffdc\u001b[1m\n");
  }

  @Test
  void a_pipe_gets_the_text_untouched() {
    Streams piped = Streams.piped();
    piped.console.line("a\u001b[2J");
    assertThat(piped.out()).isEqualTo("a\u001b[2J\n");
  }

  @Test
  void colour_is_for_terminals_unless_it_is_asked_for() {
    Console onTerminal = Streams.terminal(80, ColorChoice.AUTO).console;
    Console onPipe = Streams.piped().console;
    assertThat(onTerminal.onOut(Ink.GOOD, "ok")).isEqualTo("\u001b[32mok\u001b[0m");
    assertThat(onPipe.onErr(Ink.GOOD, "ok")).isEqualTo("ok");
    assertThat(onTerminal.with(ColorChoice.NEVER).onErr(Ink.GOOD, "ok")).isEqualTo("ok");
    assertThat(onPipe.with(ColorChoice.ALWAYS).onOut(Ink.BAD, "no")).contains("\u001b[1;31m");
  }

  @Test
  void the_environment_can_refuse_colour() {
    assertThat(ColorChoice.of(Map.of("NO_COLOR", "1"))).isEqualTo(ColorChoice.NEVER);
    assertThat(ColorChoice.of(Map.of("NO_COLOR", ""))).isEqualTo(ColorChoice.AUTO);
    assertThat(ColorChoice.of(Map.of("TERM", "dumb"))).isEqualTo(ColorChoice.NEVER);
  }

  @Test
  void each_stream_is_told_apart_as_a_terminal() {
    Traits traits = Traits.of("101", Map.of("COLUMNS", "132"));
    assertThat(traits.inTerminal()).isTrue();
    assertThat(traits.outTerminal()).isFalse();
    assertThat(traits.errTerminal()).isTrue();
    assertThat(traits.width().getAsInt()).isEqualTo(132);
    assertThat(Traits.of("", Map.of()).inTerminal()).isFalse();
  }

  @Test
  void output_that_cannot_be_written_is_a_failure() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            broken("No space left on device"),
            OutputStream.nullOutputStream(),
            Traits.piped());
    assertThatThrownBy(() -> console.line("x"))
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
            Traits.piped());
    console.say("into the void");
    console.line("still here");
    assertThat(console.traits().errTerminal()).isFalse();
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
