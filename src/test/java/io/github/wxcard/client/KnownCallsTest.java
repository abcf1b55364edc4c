package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCallsTest {
  private static final Predicate<String> LOOK =
      Pattern.compile(".*/((batch)?(get|list|query|check(?!in$)).*|decrypt|scantitle|showqrcode)")
          .asMatchPredicate();

  @Test
  void every_call_is_there_once() {
    assertThat(KnownCalls.all())
        .hasSizeGreaterThan(70)
        .allSatisfy(known -> assertThat(known.method()).isIn("GET", "POST"))
        .extracting(KnownCalls.Known::path)
        .doesNotHaveDuplicates()
        .allMatch(path -> path.matches("/[a-z_/0-9-]+"));
  }

  /** The table says so of each call; WeChat's own names say it as well. */
  @Test
  void what_is_named_a_look_reads_and_nothing_else_does() {
    assertThat(KnownCalls.all())
        .filteredOn(KnownCalls.Known::reads)
        .extracting(KnownCalls.Known::path)
        .containsExactlyInAnyOrderElementsOf(
            KnownCalls.all().stream().map(KnownCalls.Known::path).filter(LOOK).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/card/get/", "/unheard"})
  void what_is_not_known_as_a_post_does_not_count_as_reading(String path) {
    assertThat(KnownCalls.reads(path)).isFalse();
  }
}
