package io.github.wxcard.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that nobody sees are named, and never keep the rest of a file from being read. */
final class InvisibleCharactersTest {
  private static final String NAMES =
      """
      00A0  | no-break space        | instead of a blank
      3000  | ideographic space     | instead of a blank
      2003  | em space              | instead of a blank
      3164  | hangul filler         | instead of a blank
      200B  | zero width space      | outside any text
      200C  | zero width non-joiner | outside any text
      200D  | zero width joiner     | outside any text
      200E  | left-to-right mark    | outside any text
      202E  | right-to-left override | outside any text
      2060  | word joiner           | outside any text
      FEFF  | byte order mark       | outside any text
      00AD  | soft hyphen           | outside any text
      2028  | line separator        | outside any text
      2029  | paragraph separator   | outside any text
      0000  | NUL                   | outside any text
      0001  | start of heading      | outside any text
      001A  | substitute            | outside any text
      0085  | next line (nel)       | outside any text
      FE0F  | variation selector-16 | outside any text
      E0001 | language tag          | outside any text
      """;

  @TempDir Path home;
  private Wxcard wx;
  private String good;

  @BeforeEach
  void newHome() throws IOException {
    wx = new Wxcard(home).with("CI", "1");
    good = Files.readString(Path.of("samples/groupon.json"));
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource(delimiter = '|', textBlock = NAMES)
  void between_two_tokens_it_is_named_and_the_rest_is_checked(
      String code, String name, String where) throws IOException {
    String c = Character.toString(Integer.parseInt(code, 16));
    String bad = good.replace("\"sku\": {", "\"sku\":" + c + "{").replace("Color010", "blue");
    Run run = wx.run("lint", "--json", file(bad)).exits(3);
    assertThat(run.json().at("/files/0/findings"))
        .extracting(found -> found.path("rule").textValue())
        .containsExactlyInAnyOrder("invisible-character", "enum");
    JsonNode found = finding(run, "invisible-character");
    assertThat(found.path("message").textValue())
        .isEqualTo("U+%s (%s) %s".formatted(code, name, where));
    int at = bad.indexOf(c + "{");
    assertThat(found.path("line").intValue())
        .isEqualTo(1 + (int) bad.substring(0, at).chars().filter(x -> x == '\n').count());
    assertThat(found.path("column").intValue()).isEqualTo(at - bad.lastIndexOf('\n', at));
    assertSilent(c, run);
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource(delimiter = '|', textBlock = NAMES)
  void a_fix_replaces_or_removes_it_beside_other_breakage(String code, String name, String where)
      throws IOException {
    String c = Character.toString(Integer.parseInt(code, 16));
    String blank = where.contains("blank") ? " " : name.contains("separator") ? "\n" : "";
    String bad =
        good.replace(": 1000", ":" + c + c + "\"1000\"" + c)
            .replace("\"Color010\",", "\"Color010\"" + c)
            .stripTrailing();
    Path file = Path.of(file(c + bad.substring(0, bad.length() - 1) + c));
    Run run = wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(Files.readString(file).replaceAll("\\s", "")).isEqualTo(good.replaceAll("\\s", ""));
    if (!blank.isEmpty()) {
      assertThat(Files.readString(file)).contains(":" + blank + blank + "1000" + blank);
    }
    assertSilent(c, run);
  }

  @Test
  void two_byte_order_marks_are_one_and_a_stranger() throws IOException {
    Path file = Path.of(file("\uFEFF\uFEFF" + good));
    Run run = wx.run("lint", file.toString()).exits(0);
    assertThat(run.out())
        .contains(":1:1: warning byte-order-mark")
        .contains(":1:1: warning invisible-character: U+FEFF (byte order mark)");
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "\u0000", "\uFEFF"})
  void no_bracket_is_missed_that_is_there(String c) throws IOException {
    String bad = "{\"card\":{" + c + "\"card_type\":\"GROUPON\",@\"groupon\":{}}}";
    Run run = wx.run("lint", file(bad)).exits(3);
    assertThat(run.out()).contains("@ is not expected here").doesNotContain("missing: }", "}} is");
    assertThat(run.out()).doesNotContain("ends too early");
  }

  @Test
  void inside_a_number_or_a_word_it_is_taken_out() throws IOException {
    String bad =
        good.replace(": 1000", ": 10\u200b00")
            .replace("\"get_limit\": 3", "\"get_limit\": 3\u200b");
    Path file = Path.of(file(bad));
    assertThat(wx.run("lint", file.toString()).exits(3).out())
        .contains("an invisible character inside 10<U+200B>00", "U+200B (zero width space)");
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "200B,zero width space,true",
    "2060,word joiner,true",
    "FEFF,byte order mark,true",
    "00AD,soft hyphen,true",
    "007F,delete,true",
    "200D,zero width joiner,false",
    "200E,left-to-right mark,false",
    "202E,right-to-left override,false",
    "2028,line separator,false"
  })
  void in_a_value_it_is_warned_of(String code, String name, boolean idle) throws IOException {
    String c = Character.toString(Integer.parseInt(code, 16));
    String bad = good.replace("\"title\": \"", "\"title\": \"双" + c);
    Path file = Path.of(file(bad));
    Run run = wx.run("lint", file.toString()).exits(0);
    assertThat(run.out())
        .contains("warning invisible-character: /card/groupon/base_info/title: ")
        .contains("U+%s (%s) behind \"双\"".formatted(code, name));
    assertSilent(c, run);
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(idle ? bad.replace(c, "") : bad);
  }

  @Test
  void an_escaped_nul_in_a_value_is_warned_of_as_well() throws IOException {
    String bad = good.replace("\"title\": \"", "\"title\": \"\\u0000");
    assertThat(wx.run("lint", file(bad)).exits(0).out()).contains("U+0000 (NUL) begins the text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"　全角　", "no\u00a0break", "👨\u200d👩\u200d👧", "❤\uFE0F", "第一行\\n第二行\\t"})
  void what_belongs_to_a_text_is_legal(String text) throws IOException {
    String fine =
        good.replaceFirst(
            "(\"description\": \")[^\"]*\"", "$1" + text.replace("\\", "\\\\") + "\"");
    assertThat(wx.run("lint", file(fine)).exits(0).out()).isEmpty();
  }

  @Test
  void in_an_enumeration_a_number_and_a_name_it_is_shown() throws IOException {
    String bad =
        good.replace("Color010", "Color010\u200b")
            .replace(": 1000", ": \"1000\u00a0\"")
            .replace("\"notice\"", "\"noti\u2060ce\"");
    Path file = Path.of(file(bad));
    Run run = wx.run("lint", file.toString()).exits(3);
    assertThat(run.out())
        .contains("\"Color010<U+200B>\" is not one of the 14 legal values (Write Color010.)")
        .contains("\"1000<U+00A0>\" instead of a whole number (Write 1000 without quotes.)")
        .contains("with an invisible character in its name: noti<U+2060>ce (Did you mean notice?)");
    for (String c : new String[] {"\u200b", "\u00a0", "\u2060"}) {
      assertSilent(c, run);
    }
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void a_text_in_16_bits_without_a_mark_is_called_one(String charset) throws IOException {
    Path file = home.resolve("wide.json");
    Files.write(file, good.replace("Color010", "blue").getBytes(charset));
    Run run = wx.run("lint", file.toString()).exits(3);
    assertThat(run.out())
        .contains("is not UTF-8. It is UTF-16 without a byte order mark", "error enum")
        .hasLineCount(2);
  }

  @Test
  void a_comment_before_a_comma_takes_nothing_else_away() throws IOException {
    Path file =
        Path.of(file(good.replace("\"quantity\"", "\"total_quantity\": 5 /* c */, \"quantity\"")));
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
  }

  @Test
  void create_names_it_and_sends_clean_json() throws IOException {
    String bad = good.replace(": 1000", ":\u00a01000");
    Run run = wx.run("create", file(bad), "--sandbox").exits(0);
    assertThat(run.err()).contains("U+00A0 (no-break space) instead of a blank");
    assertSilent("\u00a0", run);
  }

  @Test
  void in_a_value_of_set_it_is_named() throws IOException {
    Run text =
        wx.run("create", file(good), "--sandbox", "--set", "/base_info/title=双\u200b人").exits(0);
    assertThat(text.err()).contains("U+200B (zero width space) behind \"双\"");
    assertSilent("\u200b", text);
    for (String value :
        new String[] {"10\u200b00", "1000\u00a0", "{\"a\":\u3000 1}", "tr\uFEFFue"}) {
      Run run =
          wx.run("create", file(good), "--sandbox", "--set", "/base_info/sku/quantity=" + value);
      assertThat(run.exits(2).err()).contains("it holds U+");
      assertThat(run.err()).doesNotContain(value);
    }
  }

  @Test
  void in_a_scenario_it_is_named() throws IOException {
    String file = file("{\"steps\":\u00a0[{\"name\":\"t\",\"run\":[\"version\"\u200b]}]}");
    Run run = wx.run("run", file, "--sandbox", "--dry-run");
    assertThat(run.err())
        .contains("answer.json:1:10: warning: U+00A0 (no-break space) instead of a blank");
    assertSilent("\u00a0", run);
  }

  @Test
  void in_the_config_file_it_is_named() throws IOException {
    Path config = wx.config();
    Files.createDirectories(config.getParent());
    Files.writeString(config, "{\"version\":\u00a01}");
    Run run = wx.run("profile", "list").exits(7);
    assertThat(run.err()).contains("line 1, column ", "U+00A0 (no-break space)");
    assertSilent("\u00a0", run);
  }

  private static JsonNode finding(Run run, String rule) {
    for (JsonNode found : run.json().at("/files/0/findings")) {
      if (found.path("rule").asText().equals(rule)) {
        return found;
      }
    }
    throw new AssertionError(run);
  }

  private static void assertSilent(String c, Run run) {
    assertThat(run.out() + run.err()).doesNotContain(c);
  }

  private String file(String text) throws IOException {
    return Files.writeString(home.resolve("answer.json"), text).toString();
  }
}
