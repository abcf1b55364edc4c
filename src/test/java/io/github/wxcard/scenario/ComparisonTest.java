package io.github.wxcard.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expectation means, value by value. */
final class ComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "equals|1|1.0|true",
        "equals|1|\"1\"|false",
        "equals|[1,2]|[1,2]|true",
        "equals|{\"a\":1}|{\"a\":1}|true",
        "equals|null|null|true",
        "not|1|2|true",
        "not|1|1|false",
        "matches|\"p5a4Db\"|\"^p\"|true",
        "matches|\"p5a4Db\"|\"^a\"|false",
        "matches|40099|\"^400\"|true",
        "matches|[\"p\"]|\"p\"|false",
        "exists|0|true|true",
        "exists|0|false|false",
        "size|[1,2]|2|true",
        "size|\"会员卡\"|3|true",
        "size|{\"a\":1}|2|false",
        "contains|[1,2]|2|true",
        "contains|[1,2]|3|false",
        "contains|\"abc\"|\"bc\"|true",
        "oneOf|2|[1,2]|true",
        "oneOf|3|[1,2]|false",
        "atLeast|5|5|true",
        "atLeast|4|5|false",
        "atLeast|\"9\"|5|false",
        "atMost|5|5|true",
        "atMost|6|5|false"
      })
  void a_value_stands_to_another(String word, String actual, String operand, boolean holds)
      throws IOException {
    Comparison comparison = Comparison.of(word).orElseThrow();
    JsonNode wanted = Json.read(operand);

    assertThat(comparison.takes(wanted)).isTrue();
    assertThat(comparison.holds(Json.read(actual), wanted)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"equals|1|false", "matches|\".*\"|false", "exists|false|true", "size|0|false"})
  void nothing_is_like_nothing_but_absence(String word, String operand, boolean holds)
      throws IOException {
    assertThat(Comparison.of(word).orElseThrow().holds(null, Json.read(operand))).isEqualTo(holds);
  }

  @Test
  void the_names_are_all_known() {
    assertThat(Comparison.words()).allMatch(word -> Comparison.of(word).isPresent()).hasSize(9);
  }
}
