package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.output.QrStyle.Show;
import io.github.wxcard.output.qr.Scanner;
import org.junit.jupiter.api.Test;

class QrStyleTest {
  private static final String URL = "http://weixin.qq.com/q/02V7VbEJ4zcLe1ZWKv1tc3";

  private final Streams wide = Streams.terminal(80, ColorChoice.AUTO);
  private final Streams narrow = Streams.terminal(36, ColorChoice.AUTO);
  private final Streams piped = Streams.piped();

  @Test
  void a_terminal_shows_the_code_a_pipe_does_not() {
    wide.console.page().qr(URL, style(Show.AUTO));
    piped.console.page().qr(URL, style(Show.AUTO));
    assertThat(Scanner.readText(wide.out())).isEqualTo(URL);
    assertThat(piped.out()).isEmpty();
  }

  @Test
  void never_means_never() {
    wide.console.page().qr(URL, style(Show.NEVER));
    assertThat(wide.out()).isEmpty();
  }

  @Test
  void a_narrow_terminal_is_told_about_the_picture_file() {
    narrow.console.page().qr(URL, style(Show.AUTO));
    assertThat(narrow.out()).isEmpty();
    assertThat(narrow.err()).contains("needs 37 columns", "has 36", "--png FILE");
  }

  @Test
  void always_does_not_look_at_the_width() {
    narrow.console.page().qr(URL, style(Show.ALWAYS));
    piped.console.page().qr(URL, style(Show.ALWAYS));
    assertThat(Scanner.readText(narrow.out())).isEqualTo(URL);
    assertThat(piped.out()).isEqualTo(narrow.out()).contains("\u001b[38;5;16;48;5;231m");
  }

  @Test
  void ascii_needs_twice_the_width_and_no_colour() {
    wide.console.page().qr(URL, new QrStyle(Show.AUTO, true, false));
    assertThat(wide.out()).matches("[# \n]+");
    assertThat(wide.err()).contains("--invert");
    Streams half = Streams.terminal(73, ColorChoice.AUTO);
    half.console.page().qr(URL, new QrStyle(Show.AUTO, true, false));
    assertThat(half.out()).isEmpty();
    assertThat(half.err()).contains("needs 74 columns");
  }

  @Test
  void refused_colour_leaves_no_escape_sequence() {
    Streams plain = Streams.terminal(80, ColorChoice.NEVER);
    plain.console.page().qr(URL, style(Show.AUTO));
    assertThat(plain.out() + plain.err()).doesNotContain("\u001b");
    assertThat(Scanner.readText(plain.out())).isEqualTo(URL);
  }

  private static QrStyle style(Show show) {
    return new QrStyle(show, false, false);
  }
}
