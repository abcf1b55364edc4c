package io.github.wxcard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
  @Test
  void whatIsShortStaysAsItIs() {
    assertThat(Excerpt.of("card", 4)).isEqualTo("card");
  }

  @Test
  void whatIsLongEndsWithAnEllipsis() {
    assertThat(Excerpt.of("cards", 4)).isEqualTo("card…");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Excerpt.of("car\ud83c\udf81s", 4)).isEqualTo("car…");
  }

  @Test
  void aLineHasItsWhiteSpaceDrawnTogether() {
    assertThat(Excerpt.line(" a \r\n\t b ", 10)).isEqualTo("a b");
  }

  @Test
  void aLongLineEndsWithAnEllipsis() {
    assertThat(Excerpt.line("a b c d", 3)).isEqualTo("a b…");
  }
}
