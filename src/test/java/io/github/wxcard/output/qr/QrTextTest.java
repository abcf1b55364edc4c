package io.github.wxcard.output.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTextTest {
  private static final String URL = "http://weixin.qq.com/q/02V7VbEJ4zcLe1ZWKv1tc3";

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 43, 60, 134, 290, 700, 2020})
  void half_blocks_read_back_as_the_link(int length) {
    String link = "https://example.com/".repeat(101).substring(0, length);
    QrCode code = QrCode.of(link);
    assertThat(Scanner.readText(new QrText(false, false, true).draw(code))).isEqualTo(link);
  }

  @Test
  void two_characters_a_module_read_back_as_the_link() {
    String drawing = new QrText(true, false, true).draw(QrCode.of(URL));
    assertThat(drawing).matches("[# \n]+");
    assertThat(Scanner.readText(drawing)).isEqualTo(URL);
  }

  @Test
  void chinese_text_survives() {
    String text = "http://example.com/?名=132元双人火锅套餐";
    assertThat(Scanner.readText(new QrText(false, false, true).draw(QrCode.of(text))))
        .isEqualTo(text);
  }

  @Test
  void every_line_brings_its_own_black_on_white_and_ends_it() {
    QrCode code = QrCode.of(URL);
    assertThat(new QrText(false, false, true).draw(code).lines())
        .allMatch(line -> line.startsWith("\u001b[38;5;16;48;5;231m") && line.endsWith("\u001b[0m"))
        .hasSize((code.size() + 1) / 2);
  }

  @Test
  void four_light_modules_surround_the_code() {
    String drawing = new QrText(false, false, false).draw(QrCode.of(URL));
    String[] lines = drawing.split("\n");
    assertThat(lines[0]).isBlank();
    assertThat(lines[1]).isBlank();
    assertThat(lines[2]).startsWith("    ").endsWith("    ").contains("█▀▀▀▀▀█");
    assertThat(lines[lines.length - 1]).isBlank();
    assertThat(lines).allMatch(line -> line.startsWith("    ") && line.endsWith("    "));
  }

  @Test
  void inverted_draws_exactly_the_other_modules() {
    QrCode code = QrCode.of(URL);
    String plain = new QrText(true, false, false).draw(code);
    String inverted = new QrText(true, true, false).draw(code);
    assertThat(inverted.replace('#', '_').replace(' ', '#').replace('_', ' ')).isEqualTo(plain);
  }

  @Test
  void the_width_is_what_is_drawn() {
    QrCode code = QrCode.of(URL);
    for (boolean ascii : new boolean[] {true, false}) {
      QrText text = new QrText(ascii, false, false);
      assertThat(text.draw(code).lines()).allMatch(line -> line.length() == text.width(code));
    }
  }

  @Test
  void too_long_or_empty_text_is_refused_as_input() {
    for (String text : new String[] {"", "x".repeat(3000)}) {
      assertThatThrownBy(() -> QrCode.of(text))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.INPUT));
    }
  }
}
