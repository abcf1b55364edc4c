package io.github.wxcard.batch;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {
  @TempDir Path folder;

  private static List<InputLine> lines(byte[] input, String usualCard) {
    List<InputLine> lines = new ArrayList<>();
    new LineSource(new ByteArrayInputStream(input), usualCard, false).forEachRemaining(lines::add);
    return lines;
  }

  private static List<InputLine> lines(String input) {
    return lines(input.getBytes(StandardCharsets.UTF_8), "p0");
  }

  private static String why(InputLine line) {
    return line.flaw().orElseThrow().getMessage();
  }

  @Test
  void a_code_stands_on_a_line_and_blank_lines_and_comments_count_but_say_nothing() {
    assertThat(lines("\uFEFF1\r\n\r\n  \n# no code\n 2 \n3"))
        .containsExactly(
            InputLine.of(1, "1", "p0"), InputLine.of(5, "2", "p0"), InputLine.of(6, "3", "p0"));
  }

  @Test
  void a_header_names_the_columns_in_any_order() {
    assertThat(lines("\uFEFF# codes\ncode,card_id\n1,p1\n2,\n"))
        .containsExactly(InputLine.of(3, "1", "p1"), InputLine.of(4, "2", "p0"));
    assertThat(lines("\"card_id\",\"note\",\"code\"\r\np1,\"a, \"\"b\"\"\",\"1\"\r\n"))
        .containsExactly(InputLine.of(2, "1", "p1"));
    assertThat(lines("code\n1\n")).containsExactly(InputLine.of(2, "1", "p0"));
  }

  @Test
  void a_bad_line_says_why_and_stops_nothing() {
    List<InputLine> lines =
        lines(
            "code,card_id\n1,p1\n2\n3,p1,x\n,p1\n\"4,p1\n5\"x,p1\n" + "6".repeat(65) + ",p1\n7,p1");

    assertThat(lines).extracting(InputLine::number).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(lines.get(0).flaw()).isEmpty();
    assertThat(why(lines.get(1))).contains("1 column,", "header has 2");
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
    List<InputLine> lines = lines("1 2\n3\t4\n5\u00a06\n7\u200b8\n9\u00070\n\"1 1\"\n 券1 \n");

    assertThat(why(lines.remove(1))).contains("tab", "need a header");
    assertThat(lines.subList(0, 5)).allMatch(line -> why(line).contains("blank or an invisible"));
    assertThat(why(lines.get(1))).contains("U+00A0 NO-BREAK SPACE");
    assertThat(lines.get(5)).isEqualTo(InputLine.of(7, "券1", "p0"));
  }

  @Test
  void bytes_that_are_no_text_and_lines_without_end_are_bad_lines() {
    byte[] input =
        ("1\n\u00ff\n" + "2".repeat(5_000) + "\n3").getBytes(StandardCharsets.ISO_8859_1);
    List<InputLine> lines = lines(input, null);

    assertThat(lines).extracting(InputLine::code).containsExactly("1", null, null, "3");
    assertThat(why(lines.get(1))).contains("not UTF-8", "0xff", "offset 0");
    assertThat(why(lines.get(2))).contains("4096 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code",
        "Code",
        "CODES",
        "\"Code\"",
        " code ",
        "coupon_code",
        "CouponCode",
        "Coupon Code",
        "couponcode",
        "card_code",
        "UserCardCode",
        "voucher-code",
        "Gift Card Code",
        "promo code",
        "redemption_code",
        "code（必填）",
        "Code (20)",
        "*Code",
        "ｃｏｄｅ",
        "serial",
        "Serial No.",
        "serial_number",
        "S/N",
        "card_no",
        "Card Number",
        "coupon no",
        "voucher",
        "券码",
        "卡券码",
        "卡券Code码",
        "卡券 code",
        "自定义Code",
        "卡号",
        "会员卡号",
        "卡券号",
        "核销码",
        "优惠码",
        "优惠券码",
        "优惠券编码",
        "代金券码",
        "序列号",
        "兑换码",
        "兑换券码",
        "券号",
        "卡券編號",
        "券碼",
        "卡號",
        "兌換碼",
        "優惠碼",
      })
  void the_column_of_codes_is_known_by_any_usual_name(String name) {
    for (String header : List.of(name, name + ";姓名", "No.,Name," + name, "card_id\t" + name)) {
      String row = header.replaceFirst(Pattern.quote(name), "0001");
      assertThat(lines("\uFEFF" + header + "\r\n" + row + "\r\n"))
          .as(header)
          .extracting(InputLine::code)
          .containsExactly("0001");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"card_id", "Card ID", "CardId", "卡券ID", "卡券id", "卡ID", "cardid（选填）"})
  void the_card_beside_the_code_is_known_by_any_usual_name(String name) {
    assertThat(lines("code;" + name + "\n1;p1\n2;\n"))
        .containsExactly(InputLine.of(2, "1", "p1"), InputLine.of(3, "2", "p0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,phone\n0001,1\n",
        "name;phone\n0001;1\n",
        "姓名\t手机号\n0001\t1\n",
        "卡券名称\n0001\n",
        "姓名\n张三\n",
        "2026年6月优惠券\n0001\n",
        "Voucher ID No\n0001\n",
        "number\n1\n2\n",
        "编号\n1\n2\n",
        "Value\n\n# x\n0001\n",
        "value\nA001\n",
        "id\n1\n",
        "Column1\n0001\n",
        "code_1\nA001\n",
        "列1;列2\n0001;x\n",
      })
  void a_first_line_of_names_without_the_codes_ends_it_and_is_no_code(String input) {
    String first = input.split("[\n,;\t]", 2)[0];
    assertThatThrownBy(() -> lines(input))
        .hasMessageContaining("names the columns")
        .hasMessageContaining(first)
        .extracting("fix")
        .asString()
        .contains("`code`", "券码");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WELCOME\nSUMMER20\n",
        "welcome\nsummer20\n",
        "KDJFHG\n83JDKF\n",
        "ABC\nDEF\n",
        "ABC\n",
        "券1\n券2\n",
        "card1\ncard2\n",
        "card1\n",
        "1\n2\n",
        "Ab\nCd9\n",
      })
  void a_code_without_a_digit_in_it_is_a_code_among_its_like(String input) {
    assertThat(lines(input))
        .hasSize(input.split("\n").length)
        .allMatch(line -> line.flaw().isEmpty());
  }

  @Test
  void a_line_code_above_the_first_one_settles_what_a_name_is() {
    assertThat(lines("code\nValue\n0001\n"))
        .containsExactly(InputLine.of(2, "Value", "p0"), InputLine.of(3, "0001", "p0"));
  }

  @Test
  void a_column_that_is_named_twice_and_a_separator_of_another_kind_are_told() {
    assertThatThrownBy(() -> lines("coupon code,券码\n1,2\n"))
        .hasMessageContaining("coupon code and 券码");
    assertThat(lines("code,券码\n1,2\n")).extracting(InputLine::code).containsExactly("1");
    for (String separator : List.of("|", "，", "；", "、")) {
      assertThatThrownBy(() -> lines("code" + separator + "card_id\n1" + separator + "p1\n"))
          .hasMessageContaining("separated by '" + separator + "'");
    }
    assertThat(lines("sep=|\ncode|card_id\n1|p1\n")).containsExactly(InputLine.of(3, "1", "p1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\ncode;a", "SEP=,\r\ncode,a", "\"sep=\t\"\r\ncode\ta", "sep=;\r0"})
  void a_line_that_names_the_separator_is_no_code(String input) {
    char end = input.charAt(input.length() - 1);
    assertThat(lines("\uFEFF" + input + (end == 'a' ? "\n0;1".replace(';', separator(input)) : "")))
        .extracting(InputLine::code)
        .containsExactly("0");
  }

  private static char separator(String input) {
    return input.contains(";") ? ';' : input.contains("\t") ? '\t' : ',';
  }

  @Test
  void lines_end_as_any_system_ends_them() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      assertThat(lines("code,card_id" + end + end + "1,p1" + end + "2,p2"))
          .containsExactly(InputLine.of(3, "1", "p1"), InputLine.of(4, "2", "p2"));
    }
    assertThat(lines("1\r2\r\n3\n4\n\r5"))
        .extracting(InputLine::number)
        .containsExactly(1, 2, 3, 4, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\r2\r\n3\n4\n\r5", "", "1", "1\r", "\r\n", "\r\r\n\n", "1\n2\r\n"})
  void lines_are_counted_as_they_are_read(String input) throws IOException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
    int read = 0;
    while (reader.next() != null) {
      read++;
    }
    for (int piece = 1; piece <= 2; piece++) {
      try (InputSnapshot snapshot =
          InputSnapshot.of(inPieces(bytes, piece), folder.resolve("copy" + piece), "it")) {
        assertThat(snapshot.lines()).isEqualTo(read);
      }
    }
  }

  private static InputStream inPieces(byte[] bytes, int piece) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, piece));
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7.59734E+11 | rounded",
        "7,59734E+11 | rounded",
        "1E+12 | rounded",
        "'0062345678 | apostrophe",
        "１２３４５６ | full-width",
        "Ａ1 | full-width",
        "12345.0 | decimals",
        "12345.00 | decimals",
        "=\"0123\" | formula",
        "=A1 | formula",
        "\"=\"\"0123\"\"\" | formula",
        "759,733,467,744 | thousands",
        "759.733.467.744 | thousands",
        "759 733 467 744 | thousands",
        "\"759,733\" | thousands",
        "#N/A | error",
        "#REF! | error",
        "#DIV/0! | error",
        "#NAME? | error",
        "#NV | error",
        "0001;;; | empty columns",
        "0001,, | empty columns",
        "1-Mar | date",
        "Mar-01 | date",
        "3月1日 | date",
        "2026/3/1 | date",
      })
  void what_a_spreadsheet_has_spoilt_is_a_bad_line_with_the_reason(String text, String reason) {
    List<InputLine> lines = lines("0\n" + text + "\n1\n");
    assertThat(lines).extracting(InputLine::number).containsExactly(1, 2, 3);
    assertThat(why(lines.get(1))).contains(reason);
    assertThat(lines.get(2).flaw()).isEmpty();

    if (!reason.equals("empty columns")) {
      boolean quoted = text.startsWith("\"") || text.indexOf('"') < 0;
      String field = quoted ? text : "\"" + text.replace("\"", "\"\"") + "\"";
      assertThat(why(lines("name\tcode\nx\t" + field + "\n").get(0))).contains(reason);
    }
  }

  @Test
  void codes_that_only_look_a_little_like_numbers_are_codes() {
    String[] codes = {"123E45", "E12", "1E5", "00012345", "1234-5678", "12A.5", "A_1", "7"};
    assertThat(lines(String.join("\n", codes))).allMatch(line -> line.flaw().isEmpty());
  }

  @Test
  void columns_that_nobody_asks_for_may_hold_anything() throws IOException {
    assertThat(lines("code;名称;note\n1;\"a\nb;\"\"c\"\"\n\";x\n2;y\n3;\"z\";;;\n;;\n4;\"\n5;6;7\n"))
        .extracting(line -> line.number() + ":" + line.code() + ":" + line.flaw().isEmpty())
        .containsExactly("2:1:true", "5:2:true", "6:3:true", "8:4;\":false", "9:5:true");
    byte[] gbk = "code,名称\n0001,王\n".getBytes(Charset.forName("GB18030"));
    assertThat(lines(gbk, "p0")).containsExactly(InputLine.of(2, "0001", "p0"));
  }

  @Test
  void a_code_that_goes_over_several_lines_is_none_and_hides_no_other() {
    assertThat(lines("code,note\n\"5,x\n6,y\n7\",z\n"))
        .extracting(line -> line.number() + ":" + line.flaw().isEmpty())
        .containsExactly("2:false", "3:true", "4:false");
  }

  @Test
  void an_input_that_is_no_utf_8_is_named_before_anything_is_read_into_it() {
    for (Charset wide : List.of(UTF_16, UTF_16LE, UTF_16BE)) {
      assertThatThrownBy(() -> lines("code,x\n1,2\n".getBytes(wide), null))
          .hasMessageContaining("UTF-16");
    }
    byte[] gbk = "券码,名称\n0001,王\n".getBytes(Charset.forName("GB18030"));
    assertThatThrownBy(() -> lines(gbk, null)).hasMessageContaining("GBK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`[\n  \"1\",\n  \"2\"\n]\n` | JSON",
        "`{\n  \"code\": [\n    \"1\"\n  ]\n}\n` | JSON",
        "`{\"code\": [\"1\", \"2\"]}` | JSON",
        "`<!DOCTYPE html>\n<p>\n1\n` | HTML",
        "`PK\u0003\u0004\u0014\n1\n` | spreadsheet"
      })
  void an_input_of_another_format_is_named_and_none_of_its_lines_is_a_code(
      String input, String format) {
    assertThatThrownBy(() -> lines(input)).hasMessageContaining(format);
  }

  @Test
  void a_header_in_the_middle_is_no_code() {
    for (String input : List.of("code\n1\ncode\n2\n", "1\n2\n券码\n3\n", "a;code\nx;1\na;code\n")) {
      assertThat(lines(input).stream().filter(line -> line.flaw().isPresent()))
          .singleElement()
          .extracting(LineSourceTest::why)
          .asString()
          .contains("header");
    }
  }

  @Test
  void long_numbers_that_all_end_in_zeros_are_doubted() {
    assertThat(doubt("code\n1234567890123450000\n1234567890123460000\n")).contains("the 2");
    assertThat(doubt("1234567890123450000\n1234567890123460001\n")).isEmpty();
    assertThat(doubt("123456789012345\nA00000000000000000\n")).isEmpty();
  }

  private static String doubt(String input) {
    LineSource lines =
        new LineSource(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), null, false);
    lines.forEachRemaining(line -> assertThat(line.flaw()).isEmpty());
    return lines.doubt().orElse("");
  }

  @Test
  void an_empty_input_has_no_lines() {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\uFEFF")).isEmpty();
  }
}
