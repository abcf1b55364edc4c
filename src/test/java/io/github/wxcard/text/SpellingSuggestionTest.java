package io.github.wxcard.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingSuggestionTest {
  private static final List<String> KNOWN =
      List.of("title", "sub_title", "DATE_TYPE_FIX_TIME_RANGE", "Color010", "id");

  @ParameterizedTest
  @CsvSource({
    "sub_titel, sub_title",
    "subTitle, sub_title",
    "titel, title",
    "DATE_TYPE_FIX _TIME_RANGE, DATE_TYPE_FIX_TIME_RANGE",
    "color10, Color010"
  })
  void a_slip_finds_the_name_that_was_meant(String written, String meant) {
    assertThat(SpellingSuggestion.nearest(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"url", "quantity", "deal_detail", "''"})
  void another_name_finds_nothing(String written) {
    assertThat(SpellingSuggestion.nearest(written, KNOWN)).isEmpty();
  }

  @Test
  void names_of_quite_another_length_cost_no_time() {
    List<String> known = Collections.nCopies(200_000, "b".repeat(50));

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(SpellingSuggestion.nearest("a".repeat(100_000), known, 4)).isEmpty());
  }
}
