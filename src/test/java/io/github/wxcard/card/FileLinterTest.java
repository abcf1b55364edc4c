package io.github.wxcard.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonRepairer;
import io.github.wxcard.card.source.SourcePosition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class FileLinterTest {
  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void nothing_is_mended_in_what_is_json(String name) throws IOException {
    String text = Files.readString(Samples.path(name));
    assertThat(JsonRepairer.repair(text).repairs()).isEmpty();
    assertThat(JsonRepairer.repair(text).source().text()).isEqualTo(text);
  }

  /** Whatever is cut off or lost, something is said, and it is said where the text is. */
  @Test
  void any_cut_and_any_lost_character_is_read_to_the_end() throws IOException {
    String text = Files.readString(Samples.path("cash.json"));
    int said = 0;
    for (int i = 1; i < text.length() - 1; i++) {
      assertThat(inspect(text.substring(0, i)).ok()).as("cut at " + i).isFalse();
      String lost = text.substring(0, i) + text.substring(i + 1);
      int lines = (int) lost.lines().count();
      List<Diagnostic> diagnostics = inspect(lost).diagnostics();
      said += diagnostics.size();
      assertThat(diagnostics)
          .as("lost " + i)
          .allMatch(finding -> finding.position().line() >= 1 && finding.position().line() <= lines)
          .allMatch(finding -> finding.position().column() >= 1);
    }
    assertThat(said).isGreaterThan(text.length() / 2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"code": "1" "card_id": "p"}       | 13 | a comma is missing here
          {"code" "1"}                       | 8  | a colon is missing here
          {"code": "1",, "card_id": "p"}     | 14 | a comma too many
          {"code": "1"，"card_id": "p"}      | 13 | ， instead of a comma
          {“code”: "1"}                      | 2  | “ instead of a straight double quote
          {"code": }                         | 10 | a value is missing here
          {"code"}                           | 8  | a colon and a value are missing here
          {"code": 0123}                     | 10 | a number cannot begin with 0
          {"code": AB12}                     | 10 | AB12 is no JSON value
          {"code": "a "b" c"}                | 13 | a double quote inside a text
          {"code": "\\d"}                    | 11 | \\d is no escape that JSON knows
          {"code": "1"]                      | 13 | ] where } should close
          {"code": "1"}}                     | 14 | } closes nothing
          {"code": "1"} {}                   | 15 | something follows the end of the document
          "code": "1"}                       | 1  | the { around the document is missing
          <xml/>                             | 1  | < is not expected here; from here on the text cannot be read
          """)
  void broken_json_is_told_in_words(String json, int column, String what) {
    assertThat(inspect(json).diagnostics())
        .extracting(Diagnostic::rule, found -> found.position().column(), Diagnostic::message)
        .containsExactly(tuple("syntax", column, what));
  }

  /** Each of them has a fix that is tried, and refused. */
  @Test
  @Timeout(60)
  void many_wrong_values_are_looked_at_in_bounded_time() {
    String ids = String.join(",", Collections.nCopies(30_000, "\"0\""));
    assertThat(
            inspect(
                    "{\"card\":{\"card_type\":\"CASH\",\"cash\":{\"base_info\":{\"location_id_list\":["
                        + ids
                        + "]}}}}")
                .fixes())
        .isEmpty();
    String raw = String.join(",", Collections.nCopies(20_000, "\"\u0001\""));
    assertThat(
            inspect(
                    "{\"card\":{\"card_type\":\"CASH\",\"cash\":{\"base_info\":{\"location_id_list\":["
                        + raw
                        + "]}}}}")
                .fixes())
        .hasSizeLessThan(20_001);
  }

  @Test
  void what_is_broken_in_one_way_is_checked_in_all_the_others() throws IOException {
    String text =
        Files.readString(Samples.path("cash.json"))
            .replace("\"CODE_TYPE_QRCODE\",", "\"CODE_TYPE_QR\"")
            .replace("Color050", "#9062C0")
            .replace("2000", "20.5");
    assertThat(inspect(text).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly("enum", "syntax", "enum", "type");
  }

  @Test
  void what_is_absent_is_not_told_where_brackets_are_missing() throws IOException {
    String text = Files.readString(Samples.path("cash.json"));
    List<Diagnostic> findings =
        inspect(text.replace("\"quantity\": 1000\n        },", "\"quantity\": -1,")).diagnostics();
    assertThat(findings).extracting(Diagnostic::rule).containsExactly("minimum", "syntax");
  }

  @ParameterizedTest(name = "{0}{1}")
  @CsvSource({"a bracket less,0", "a bracket more,}", "a comma and a bracket less,0"})
  void what_is_absent_or_misspelt_is_told_where_only_the_end_is_wrong(String how, String more)
      throws IOException {
    String text =
        Files.readString(Samples.path("cash.json"))
            .stripTrailing()
            .replace("\"sku\"", "\"skus\"")
            .replace("\"notice\"", "\"notise\"");
    String bad = more.equals("}") ? text + more : text.substring(0, text.length() - 1);
    bad = how.contains("comma") ? bad.replaceFirst(",\n", "\n") : bad;
    assertThat(inspect(bad).diagnostics())
        .extracting(Diagnostic::rule)
        .contains("syntax")
        .filteredOn(rule -> !rule.equals("syntax"))
        .containsExactly("required", "required", "unknown-field", "unknown-field");
  }

  @Test
  void an_early_closing_bracket_is_no_reason_to_ask_for_what_follows() throws IOException {
    String text = Files.readString(Samples.path("cash.json"));
    String bad = text.replace("\"quantity\": 1000\n        },", "\"quantity\": 1000\n        }},");
    assertThat(bad).isNotEqualTo(text);
    LintResult found = inspect(bad);
    assertThat(found.diagnostics()).extracting(Diagnostic::rule).containsOnly("syntax");
    assertThat(found.fixes()).isEmpty();
  }

  @Test
  void bytes_that_are_not_UTF_8_are_told_where_they_stand() throws IOException {
    byte[] gbk = "{\n \"a\": \"金\"\n}".getBytes(Charset.forName("GB18030"));
    assertThat(FileLinter.lint(gbk, "x.json", Samples.NOW).diagnostics())
        .filteredOn(finding -> finding.rule().equals("encoding"))
        .extracting(Diagnostic::position)
        .containsExactly(new SourcePosition(2, 8));
  }

  private static LintResult inspect(String json) {
    return FileLinter.lint(json.getBytes(UTF_8), "x.json", Samples.NOW);
  }
}
