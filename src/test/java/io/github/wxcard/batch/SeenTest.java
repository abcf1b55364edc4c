package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void the_same_code_of_another_card_is_another_code() {
    Seen seen = new Seen(4);
    assertThat(seen.first(InputLine.of(1, "1", "p1"))).isEqualTo(1);
    assertThat(seen.first(InputLine.of(2, "1", "p2"))).isEqualTo(2);
    assertThat(seen.first(InputLine.of(3, "1", null))).isEqualTo(3);
    assertThat(seen.first(InputLine.of(4, "1", "p1"))).isEqualTo(1);
  }

  @Test
  void a_hundred_thousand_codes_are_told_apart_in_a_full_table() {
    int most = 100_000;
    Seen seen = new Seen(most);
    for (int i = 1; i <= most; i++) {
      assertThat(seen.first(InputLine.of(i, Integer.toString(i), null))).isEqualTo(i);
    }
    for (int i = 1; i <= most; i += 997) {
      assertThat(seen.first(InputLine.of(most + 1, Integer.toString(i), null))).isEqualTo(i);
    }
  }
}
