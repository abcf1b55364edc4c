package io.github.wxcard.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.Severity;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionLinterTest {
  /** One fault at a time, planted into a sample that has none. */
  @ParameterizedTest(name = "{0} {1} is {3}")
  @CsvFileSource(
      resources = "faults.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      numLinesToSkip = 1)
  void one_planted_fault_is_one_finding(
      String sample, String set, String pointer, String rule, Severity level) {
    String inner = "/card/" + sample.replace('-', '_');
    String below = pointer == null ? "" : pointer;
    String at = below.startsWith("/card") ? below : inner + below;
    assertThat(Samples.lint(sample + ".json", set.split(" & ")))
        .extracting(Diagnostic::pointer, Diagnostic::rule, Diagnostic::severity)
        .containsExactly(tuple(at, rule, level));
  }

  @Test
  void a_finding_has_its_place_its_size_and_a_fix() {
    List<Diagnostic> findings =
        Samples.lint(
            """
            {"card":{"card_type":"GENERAL_COUPON","general_coupon":{
              "default_detail": "一", "base_info": {
                "title": "一二三四五六七八九十" }}}}
            """);
    Diagnostic title =
        findings.stream().filter(f -> f.rule().equals("max-bytes")).findFirst().get();
    assertThat(title.position().line()).isEqualTo(3);
    assertThat(title.position().column()).isEqualTo(14);
    assertThat(title.message()).startsWith("30 bytes, at most 27");
    assertThat(title.remedy()).isEqualTo("Shorten it by 3 bytes.");
    assertThat(title.toText("card.json"))
        .startsWith("card.json:3:14: error: /card/general_coupon/base_info/title: 30 bytes");
    assertThat(title.json().path("level").textValue()).isEqualTo("error");
    assertThat(findings).filteredOn(f -> f.rule().equals("required")).hasSize(8);
  }

  @ParameterizedTest(name = "end_timestamp {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1900000000000        | milliseconds | Write 1900000000.
          1900000000000000     | milliseconds | microseconds
          1900000000000000000  | milliseconds | nanoseconds
          4294967295           |              |
          4294967296           | maximum      | Write 4294967295 or less.
          5000000000           | maximum      | Write 4294967295 or less.
          190000000000         | maximum      | Write 4294967295 or less.
          99999999999999999999 | maximum      | Write 4294967295 or less.
          20300101             | date,date-order,date-past | Write 1893427200, which is that date in Beijing.
          20300101083000       | date         | Write 1893457800, which is that date in Beijing.
          0                    | minimum,date-order,date-past | Write Unix seconds
          -1                   | minimum,date-order,date-past | Write Unix seconds
          -99999999999999999999 | minimum,date-order,date-past | Write Unix seconds
          """)
  void what_is_said_of_a_time_is_true(String end, String rules, String told) {
    List<Diagnostic> findings =
        Samples.lint(
            "groupon.json",
            "/base_info/date_info={\"type\":\"DATE_TYPE_FIX_TIME_RANGE\",\"begin_timestamp\":1800000000,"
                + "\"end_timestamp\":"
                + end
                + "}");
    assertThat(findings)
        .extracting(Diagnostic::rule)
        .containsExactlyInAnyOrder(rules == null ? new String[0] : rules.split(","));
    if (told != null) {
      assertThat(findings.get(0).message() + " " + findings.get(0).remedy()).contains(told);
    }
  }

  @Test
  void a_time_as_text_is_told_to_be_in_milliseconds() {
    JsonNode pass =
        CardTemplate.of("boarding-pass")
            .get()
            .fill(Optional.empty(), Optional.empty(), Optional.empty(), Samples.NOW);
    List<String> sets = List.of("/departure_time=\"1900000000000\"", "/landing_time=1900000000000");
    assertThat(Samples.lint(Json.write(Overrides.apply(pass, sets, Optional.empty()))))
        .extracting(Diagnostic::rule, Diagnostic::severity, Diagnostic::remedy)
        .containsExactlyInAnyOrder(
            tuple("pattern", Severity.WARNING, "Write \"1900000000\"."),
            tuple("milliseconds", Severity.WARNING, "Write 1900000000."));
  }

  @Test
  void a_text_that_exactly_fills_its_limit_is_fine() {
    assertThat(Samples.lint("cash.json", "/base_info/title=一二三四五六七八九")).isEmpty();
  }

  @Test
  void a_pasted_answer_is_called_one_and_still_checked_in_all_the_rest() {
    List<Diagnostic> findings =
        Samples.lint(
            """
            {"errcode":0,"errmsg":"ok","card":{"card_type":"DISCOUNT","discount":{"base_info":{
              "id":"p1","logo_url":"http://mmbiz.qpic.cn/a/0","code_type":"CODE_TYPE_TEXT",
              "brand_name":"店","title":"券",
              "date_info":{"type":"DATE_TYPE_FIX_TIME_RANGE",
                "begin_timestamp":1,"end_timestamp":1600000000},
              "color":"#63B359","notice":"n","description":"d","location_id_list":[],
              "status":"CARD_STATUS_VERIFY_OK","sku":{"quantity":1,"total_quantity":2}},
              "discount":30,
              "advanced_info":{"time_limit":[],"abstract":{"icon_url_list":[]}}}}}
            """);
    assertThat(findings)
        .extracting(Diagnostic::rule)
        .containsExactly(
            "answer-as-request", "date-past", "enum", "empty-list", "empty-list", "item-count");
    assertThat(findings.get(0).message()).endsWith("errcode, errmsg, id, status, total_quantity");
    assertThat(findings.get(2).remedy()).isEqualTo("Write Color010.");
  }

  @Test
  void a_card_without_its_wrapper_is_told_and_checked() {
    String bare = Json.write(Samples.changed("cash.json", "/base_info/color=blue").path("card"));
    assertThat(Samples.lint(bare))
        .extracting(Diagnostic::pointer, Diagnostic::rule)
        .containsExactly(tuple("/card", "required"), tuple("/cash/base_info/color", "enum"));
  }

  @Test
  void an_inner_key_of_another_type_is_told_and_checked() {
    assertThat(Samples.lint("cash.json", "/card/card_type=GIFT", "/base_info/title=\"\""))
        .extracting(Diagnostic::pointer, Diagnostic::rule, Diagnostic::remedy)
        .contains(tuple("/card/gift", "inner-key", "Write CASH as card_type."))
        .contains(tuple("/card/cash/base_info/title", "empty", "Write something."));
  }

  @Test
  void an_inner_key_in_capitals_is_told_and_checked() {
    assertThat(
            Samples.lint(
                "{\"card\":{\"card_type\":\"GIFT\",\"GIFT\":{\"base_info\":{\"title\":1}}}}"))
        .extracting(Diagnostic::pointer, Diagnostic::rule)
        .contains(tuple("/card/gift", "inner-key"), tuple("/card/GIFT/base_info/title", "type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"card\"", "null", "{}", "{\"card\":7}", "{\"code\":\"1\"}"})
  void what_is_no_card_is_called_so(String json) {
    assertThat(Samples.lint(json))
        .extracting(Diagnostic::pointer, Diagnostic::rule)
        .containsExactly(tuple("/card", "required"));
  }

  @Test
  void slips_are_among_the_findings_as_warnings() {
    JsonDocument slips = Samples.read("walkthrough/step-4-qrcode.json");
    assertThat(slips.warnings())
        .extracting(Diagnostic::rule, Diagnostic::severity)
        .containsExactly(tuple("trailing-comma", Severity.WARNING));
    assertThat(DefinitionLinter.check(slips, Samples.NOW))
        .extracting(Diagnostic::rule)
        .contains("trailing-comma");
  }
}
