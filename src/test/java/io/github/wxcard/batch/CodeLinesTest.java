package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeLinesTest {
  private static List<Line> lines(byte[] input, String usualCard) {
    List<Line> lines = new ArrayList<>();
    new CodeLines(new ByteArrayInputStream(input), usualCard).forEachRemaining(lines::add);
    return lines;
  }

  private static List<Line> lines(String input) {
    return lines(input.getBytes(StandardCharsets.UTF_8), "p0");
  }

  private static String why(Line line) {
    return line.flaw().orElseThrow().getMessage();
  }

  @Test
  void a_code_stands_on_a_line_and_blank_lines_and_comments_count_but_say_nothing() {
    assertThat(lines("\uFEFF1\r\n\r\n  \n# no code\n 2 \n3"))
        .containsExactly(Line.of(1, "1", "p0"), Line.of(5, "2", "p0"), Line.of(6, "3", "p0"));
  }

  @Test
  void a_header_names_the_columns_in_any_order() {
    assertThat(lines("\uFEFF# codes\ncode,card_id\n1,p1\n2,\n"))
        .containsExactly(Line.of(3, "1", "p1"), Line.of(4, "2", "p0"));
    assertThat(lines("\"card_id\",\"note\",\"code\"\r\np1,\"a, \"\"b\"\"\",\"1\"\r\n"))
        .containsExactly(Line.of(2, "1", "p1"));
    assertThat(lines("code\n1\n")).containsExactly(Line.of(2, "1", "p0"));
  }

  @Test
  void a_bad_line_says_why_and_stops_nothing() {
    List<Line> lines =
        lines(
            "code,card_id\n1,p1\n2\n3,p1,x\n,p1\n\"4,p1\n5\"x,p1\n" + "6".repeat(65) + ",p1\n7,p1");

    assertThat(lines).extracting(Line::number).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(lines.get(0).flaw()).isEmpty();
    assertThat(why(lines.get(1))).contains("1 columns", "header has 2");
    assertThat(why(lines.get(2))).contains("3 columns");
    assertThat(why(lines.get(3))).contains("code is empty");
    assertThat(why(lines.get(4))).contains("quotes");
    assertThat(why(lines.get(5))).contains("quotes");
    assertThat(why(lines.get(6))).contains("65 bytes");
    assertThat(lines.get(7).flaw()).isEmpty();
    assertThat(why(lines("1,p1\n").get(0))).contains("comma", "code,card_id");
  }

  @Test
  void a_code_with_something_invisible_in_it_is_a_bad_line() {
    List<Line> lines = lines("1 2\n3\t4\n5\u00a06\n7\u200b8\n9\u00070\n\"1 1\"\n 券1 \n");

    assertThat(lines.subList(0, 6)).allMatch(line -> why(line).contains("blank or an invisible"));
    assertThat(lines.get(6)).isEqualTo(Line.of(7, "券1", "p0"));
  }

  @Test
  void bytes_that_are_no_text_and_lines_without_end_are_bad_lines() {
    byte[] input =
        ("1\n\u00ff\n" + "2".repeat(5_000) + "\n3").getBytes(StandardCharsets.ISO_8859_1);
    List<Line> lines = lines(input, null);

    assertThat(lines).extracting(Line::code).containsExactly("1", null, null, "3");
    assertThat(why(lines.get(1))).contains("not UTF-8", "0xff", "offset 0");
    assertThat(why(lines.get(2))).contains("4096 bytes");
  }

  @Test
  void an_empty_input_has_no_lines() {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\uFEFF")).isEmpty();
  }

  @Test
  void the_same_code_of_another_card_is_another_code() {
    Seen seen = new Seen(4);
    assertThat(seen.first(Line.of(1, "1", "p1"))).isEqualTo(1);
    assertThat(seen.first(Line.of(2, "1", "p2"))).isEqualTo(2);
    assertThat(seen.first(Line.of(3, "1", null))).isEqualTo(3);
    assertThat(seen.first(Line.of(4, "1", "p1"))).isEqualTo(1);
  }

  @Test
  void a_hundred_thousand_codes_are_told_apart_in_a_full_table() {
    int most = 100_000;
    Seen seen = new Seen(most);
    for (int i = 1; i <= most; i++) {
      assertThat(seen.first(Line.of(i, Integer.toString(i), null))).isEqualTo(i);
    }
    for (int i = 1; i <= most; i += 997) {
      assertThat(seen.first(Line.of(most + 1, Integer.toString(i), null))).isEqualTo(i);
    }
  }
}
