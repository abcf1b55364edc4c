package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
  @Test
  void text_is_broken_between_words() {
    assertThat(LineBreaker.lines("", "one two three four", 9, 2))
        .isEqualTo(List.of("one two", "  three", "  four"));
  }

  @Test
  void a_word_that_is_too_long_stays_whole() {
    assertThat(LineBreaker.lines("", "a http://mmbiz.qpic.cn/0 b", 10, 0))
        .isEqualTo(List.of("a", "http://mmbiz.qpic.cn/0", "b"));
  }

  @Test
  void wide_characters_take_two_cells() {
    assertThat(LineBreaker.lines("", "微信 卡券", 8, 0)).isEqualTo(List.of("微信", "卡券"));
    assertThat(LineBreaker.lines("", "微信 卡券", 9, 0)).isEqualTo(List.of("微信 卡券"));
  }

  @Test
  void what_stands_in_front_is_kept_even_where_nothing_fits_beside_it() {
    assertThat(LineBreaker.lines("name:  ", "what it is", 8, 2))
        .isEqualTo(List.of("name:  what", "  it is"));
  }

  @Test
  void a_text_that_fits_keeps_its_blanks() {
    assertThat(LineBreaker.lines("", "a  b   c", 20, 0)).isEqualTo(List.of("a  b   c"));
  }
}
