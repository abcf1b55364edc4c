package io.github.wxcard.card;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentReaderTest {
  @TempDir Path folder;

  @Test
  void strict_json_has_no_warnings() {
    JsonDocument read = read("{\"a\": [1, \"// no comment, ]\"]}");
    assertThat(read.warnings()).isEmpty();
    assertThat(Json.write(read.tree())).isEqualTo("{\"a\":[1,\"// no comment, ]\"]}");
  }

  @Test
  void a_byte_order_mark_is_a_warning() {
    assertThat(read("\uFEFF{}").warnings())
        .containsExactly(
            Diagnostic.lenience(
                new SourcePosition(1, 1), "byte-order-mark", "a byte order mark before the JSON"));
  }

  @Test
  void a_trailing_comma_is_a_warning_where_the_comma_stands() {
    JsonDocument read = read("{\n  \"a\": [1, 2 , ],\n  \"中文\": {\"b\": 1,}\n}");
    assertThat(read.warnings())
        .extracting(Diagnostic::position, Diagnostic::rule)
        .containsExactly(
            tuple(new SourcePosition(2, 14), "trailing-comma"),
            tuple(new SourcePosition(3, 16), "trailing-comma"));
    assertThat(Json.write(read.tree())).isEqualTo("{\"a\":[1,2],\"中文\":{\"b\":1}}");
  }

  @Test
  void comments_are_warnings_and_leave_nothing_behind() {
    JsonDocument read = read("// one\n{ /* two\n lines */ \"a\": 1, // three\n}");
    assertThat(read.warnings())
        .extracting(Diagnostic::position, Diagnostic::rule)
        .containsExactly(
            tuple(new SourcePosition(1, 1), "comment"),
            tuple(new SourcePosition(2, 3), "comment"),
            tuple(new SourcePosition(3, 19), "comment"),
            tuple(new SourcePosition(3, 17), "trailing-comma"));
    assertThat(Json.write(read.tree())).isEqualTo("{\"a\":1}");
  }

  @Test
  void a_raw_line_break_in_a_string_is_a_warning() {
    JsonDocument read = read("{\"a\": \"one\ntwo\"}");
    assertThat(read.warnings())
        .extracting(Diagnostic::rule)
        .containsExactly("raw-control-character");
    assertThat(read.tree().path("a").textValue()).isEqualTo("one\ntwo");
  }

  @Test
  void a_key_written_twice_is_a_warning_and_the_later_value_counts() {
    JsonDocument read = read("{\"a\": 1,\n\"a\": 2}");
    assertThat(read.warnings())
        .extracting(warning -> warning.position().line(), Diagnostic::rule)
        .containsExactly(tuple(2, "duplicate-key"));
    assertThat(read.tree().path("a").intValue()).isEqualTo(2);
  }

  @Test
  void numbers_are_read_as_answers_are() throws IOException {
    String numbers =
        "[0,-0,1.50,1E5,1e-400,-2147483649,9223372036854775807,9223372036854775808,0.1]";
    assertThat(read(numbers).tree()).isEqualTo(Json.read(numbers));
  }

  @Test
  void positions_are_those_of_the_text_as_it_was_written() {
    JsonDocument read = read("{ // comment\r\n  \"标题\": {\"b\": [10, 20]}}");
    assertThat(read.sourceMap().position("/标题/b/1")).isEqualTo(new SourcePosition(2, 20));
    assertThat(read.sourceMap().position("/标题/c")).isEqualTo(read.sourceMap().position("/标题"));
    assertThat(read.sourceMap().position("/nowhere/at/all")).isEqualTo(new SourcePosition(1, 1));
  }

  @Test
  void the_walkthroughs_own_step_4_is_read() {
    JsonDocument read = Samples.read("walkthrough/step-4-qrcode.json");
    assertThat(read.warnings()).extracting(Diagnostic::rule).containsExactly("trailing-comma");
    assertThat(read.tree().at("/action_info/card/card_id").textValue()).hasSize(28);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                  | 1:2  | the text ends before what begins at line 1, column 1 is"
            + " closed",
        "{\"a\"             | 1:5  | the text ends too early",
        "{\"a\":\"x         | 1:8  | the text ends inside a string",
        "{'a':1}            | 1:2  | unexpected ': a key in double quotes should begin here",
        "{\"a\":tru}        | 1:6  | tru is no JSON value",
        "{\"a\":1}}         | 1:8  | unexpected }: it closes nothing",
        "{\"a\":1]          | 1:7  | unexpected ]: } should close what begins at line 1, column 1",
        "[1,,]              | 1:4  | unexpected ,: a value should be here",
        "[,]                | 1:2  | unexpected ,: a value should be here",
        "{\"a\" 1}          | 1:6  | unexpected 1: a colon should follow the key",
        "{\"a\":1 \"b\":2}  | 1:8  | unexpected \": a comma or the closing bracket should be here",
        "{\"a\":01}         | 1:7  | a number cannot begin with 0",
        "{\"a\":/* 1}       | 1:6  | a comment that is never closed",
        "{\"a\":\"\\x\"}    | 1:8  | \\x is no escape that JSON knows",
        "{\"a\":+1}         | 1:6  | a number cannot begin with +",
        "{\"a\":}           | 1:6  | unexpected }: a value should be here",
        "{\"a\":1.}         | 1:8  | a digit should follow .",
        "{\"a\":1e}         | 1:8  | a digit should follow the exponent's e",
        "{\"a\":-}          | 1:7  | a digit should follow -",
        "{\"a\":NaN}        | 1:6  | NaN is no JSON value",
        "{\"a\":😀}         | 1:6  | unexpected 😀: a value should be here",
        "{\"a\":\"\\u12x4\"} | 1:11 | four hexadecimal digits should follow \\u, and x is none",
        "{} {}              | 1:4  | something follows the end of the JSON value",
      })
  void broken_json_is_told_with_its_place(String json, String place, String message) {
    Failure failure = failure(json.getBytes(UTF_8));
    assertThat(failure).hasMessage("card.json:" + place + ": broken JSON: " + message);
    assertThat(failure.kind()).isEqualTo(FailureKind.INPUT);
    assertThat(failure.fix()).isPresent();
  }

  @Test
  void a_line_break_inside_a_string_counts_in_what_is_told_behind_it() {
    assertThat(failure("{\"a\": \"one\ntwo\" x}".getBytes(UTF_8)))
        .hasMessageStartingWith("card.json:2:6: broken JSON: unexpected x");
  }

  @Test
  void xml_and_typographic_quotes_are_called_by_name() {
    assertThat(failure("<xml/>".getBytes(UTF_8)).meaning().orElseThrow()).contains("XML");
    assertThat(failure("{“a”:1}".getBytes(UTF_8)).meaning().orElseThrow()).contains("typographic");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThat(failure("[".repeat(100_000).getBytes(UTF_8))).hasMessageContaining("nesting depth");
  }

  @Test
  void numbers_out_of_all_range_are_refused() {
    assertThat(failure("{\"a\":1e99999999999}".getBytes(UTF_8))).hasMessageContaining("range");
  }

  @Test
  void what_is_not_utf8_is_told_with_its_byte_offset() {
    byte[] gbk = "{\"title\":\"火锅\"}".getBytes(Charset.forName("GBK"));
    assertThat(failure(gbk)).hasMessage("card.json is not UTF-8: byte 0xbb at byte offset 10");
    assertThat(failure("{}".getBytes(UTF_16)).meaning()).contains("It begins like UTF-16.");
    byte[] cut = Arrays.copyOf("{\"a\":\"券".getBytes(UTF_8), 8);
    assertThat(failure(cut)).hasMessageContaining("at byte offset 6");
  }

  @Test
  void an_empty_document_is_refused() {
    assertThat(failure(new byte[0])).hasMessage("card.json is empty");
    assertThat(failure(" \n\t".getBytes(UTF_8))).hasMessage("card.json is empty");
  }

  @Test
  void an_exponent_out_of_all_range_is_told_with_its_place() {
    assertThat(failure("{\n\"a\": 1e2147483648}".getBytes(UTF_8)))
        .hasMessage("card.json:2:6: broken JSON: a number out of all range");
  }

  @Test
  void a_document_of_a_megabyte_and_more_is_refused() {
    assertThat(failure(new byte[(1 << 20) + 1])).hasMessageContaining("1,048,576 bytes");
  }

  @Test
  void a_missing_file_and_a_folder_are_input_failures() throws IOException {
    Path file = Files.writeString(folder.resolve("plain"), "{}");
    for (Path bad : new Path[] {folder, folder.resolve("none"), file.resolve("below")}) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> DocumentReader.readFile(bad, bad.toString()));
      assertThat(failure.kind()).isEqualTo(FailureKind.INPUT);
      assertThat(failure).hasMessageContaining(bad.toString());
    }
  }

  private static JsonDocument read(String json) {
    return DocumentReader.read(json.getBytes(UTF_8), "card.json");
  }

  private static Failure failure(byte[] bytes) {
    return catchThrowableOfType(Failure.class, () -> DocumentReader.read(bytes, "card.json"));
  }
}
