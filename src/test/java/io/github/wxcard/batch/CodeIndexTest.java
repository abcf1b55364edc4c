package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeIndexTest {
  @Test
  void the_same_code_of_another_card_is_another_code() {
    CodeIndex index = new CodeIndex(4);
    assertThat(index.putIfAbsent("1", "p1", 1)).isEqualTo(1);
    assertThat(index.putIfAbsent("1", "p2", 2)).isEqualTo(2);
    assertThat(index.putIfAbsent("1", null, 3)).isEqualTo(3);
    assertThat(index.putIfAbsent("1", "p1", 4)).isEqualTo(1);
  }

  @Test
  void a_hundred_thousand_codes_are_told_apart_in_a_full_table() {
    int most = 100_000;
    CodeIndex index = new CodeIndex(most);
    for (int i = 1; i <= most; i++) {
      assertThat(index.putIfAbsent(Integer.toString(i), null, i)).isEqualTo(i);
    }
    for (int i = 1; i <= most; i += 997) {
      assertThat(index.putIfAbsent(Integer.toString(i), null, most + 1)).isEqualTo(i);
    }
  }
}
