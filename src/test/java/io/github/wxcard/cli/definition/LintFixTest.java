package io.github.wxcard.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LintFixTest {
  @TempDir Path home;
  private Wxcard wx;
  private String good;

  @BeforeEach
  void newHome() throws IOException {
    wx = new Wxcard(home).with("CI", "1");
    good = Files.readString(Path.of("samples/groupon.json"));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "quantity": "1000"                                | "quantity": 1000
          "quantity": 1000,                                 | "quantity": 1000
          "quantity": 1000, "total_quantity": 5             | "quantity": 1000
          "total_quantity": 5, "quantity": 1000             | "quantity": 1000
          "total_quantity": null, "quantity": "1000",       | "quantity": 1000
          /* stock */ "quantity": "1000"                    | /* stock */ "quantity": 1000
          quantity= 1000                                    | "quantity": 1000
          ‘quantity’ "1000",,                               | "quantity": 1000
          """)
  void what_is_certain_is_corrected_and_the_rest_stays(String bad, String mended)
      throws IOException {
    Path file = file(good.replace("\"quantity\": 1000", bad));
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good.replace("\"quantity\": 1000", mended));
  }

  @Test
  void a_pasted_answer_becomes_a_request_that_the_sandbox_takes() throws IOException {
    String answer =
        good.replace("{\n  \"card\"", "{\n  \"errcode\": 0,\n  \"errmsg\": \"ok\",\n  \"card\"")
            .replace("\"base_info\": {", "\"base_info\": {\n        \"id\": \"p1\",")
            .replace("Color010", "#63B359")
            .replace(
                "menu\"", "menu\",\n        \"location_id_list\": [],\n        \"status\": \"X\"");
    Path file = file(answer);
    Run run = wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("answer.json:8:15: answer-as-request: removed /card/groupon/base_info/id")
        .contains("wrote \"Color010\" for /card/groupon/base_info/color");
    wx.run("create", file.toString(), "--sandbox").exits(0);
  }

  @Test
  void what_is_not_certain_is_left_and_told() throws IOException {
    String bad = good.replace("\"get_limit\": 3", "\"get_limit\": \"51\"").replace("MONDAY", "x");
    Path file = file(bad);
    Run run = wx.run("lint", "--fix", file.toString()).exits(3);
    assertThat(run.out()).hasLineCount(2).contains("error type", "Write 50 or less.", "error enum");
    assertThat(file).hasContent(bad);
  }

  @ParameterizedTest(name = "{0} is left: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "CODE_TYPE_QRCODE" | 10            | Write one of CODE_TYPE_TEXT,
          "Color010"         | 10            | Write one of Color010,
          "Color010"         | "Color999"    | legal values (Write one of Color010,
          "CODE_TYPE_QRCODE" | "CODE_TYP_QRCODE" | (Did you mean CODE_TYPE_QRCODE? Write one of
          "MONDAY"           | 1             | Write one of MONDAY,
          1000               | "0"           | Write 1 or more, or choose
          1000               | "4294967296"  | Write 100000000 or less.
          1000               | +0            | error stock-zero
          "Color010"         | ‘Color999’    | Write one of Color010,
          """)
  void what_would_be_refused_where_it_stands_is_not_written(
      String right, String wrong, String advice) throws IOException {
    String bad = good.replace(": " + right, ": " + wrong);
    assertThat(bad).isNotEqualTo(good);
    Path file = file(bad);
    Run run = wx.run("lint", "--fix", file.toString()).exits(3);
    assertThat(run.out()).contains(advice);
    assertThat(run.err()).doesNotContain("fixed");
    assertThat(file).hasContent(bad);
  }

  @ParameterizedTest
  @CsvSource({"1,DATE_TYPE_FIX_TIME_RANGE", "2,DATE_TYPE_FIX_TERM", "'\"2\"',DATE_TYPE_FIX_TERM"})
  void the_old_numbers_of_date_types_are_legal(String old, String name) throws IOException {
    String range =
        "\"DATE_TYPE_FIX_TIME_RANGE\", \"begin_timestamp\": 1, \"end_timestamp\": 4102415999";
    String term = "\"DATE_TYPE_FIX_TERM\", \"fixed_term\": 30, \"fixed_begin_term\": 0";
    String date = (name.endsWith("TERM") ? term : range).replace("\"" + name + "\"", old);
    String text =
        good.replaceFirst("(?s)\"date_info\": \\{.*?}", "\"date_info\": {\"type\": " + date + "}");
    Path file = file(text);
    Run run = wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(run.out()).contains("warning legacy-value").contains("Write " + name + ".");
    assertThat(file).hasContent(text);
  }

  @Test
  void line_breaks_permissions_and_a_good_file_stay_as_they_are() throws IOException {
    Path file = file(good.replace("\n", "\r\n").replace(": 1000", ": 1000,"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(Files.readString(file)).isEqualTo(good.replace("\n", "\r\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    Object before = Files.readAttributes(file, "unix:ino").get("ino");
    assertThat(wx.run("lint", "--fix", file.toString()).exits(0).err()).doesNotContain("fixed");
    assertThat(Files.readAttributes(file, "unix:ino")).containsEntry("ino", before);
  }

  @Test
  void a_dry_run_writes_nothing() throws IOException {
    Path file = file("\uFEFF" + good);
    assertThat(wx.run("lint", "--fix", "--dry-run", file.toString()).exits(0).err())
        .contains("would fix ", "byte-order-mark");
    assertThat(Files.readString(file)).startsWith("\uFEFF");
  }

  @Test
  void standard_input_comes_out_corrected() {
    Run run = wx.typing(good.replace(": 1000", ": \"1000\"")).run("lint", "--fix", "-").exits(0);
    assertThat(run.out()).isEqualTo(good);
    Run left = wx.typing(good.replace(": 1000", ": 0")).run("lint", "--fix", "-").exits(3);
    assertThat(left.out()).isEqualTo(good.replace(": 1000", ": 0"));
    assertThat(left.err()).contains("error stock-zero");
  }

  @Test
  void a_file_in_another_encoding_is_not_written() throws IOException {
    byte[] gbk = good.replace(": 1000", ": 1000,").getBytes(Charset.forName("GB18030"));
    Path file = Files.write(home.resolve("gbk.json"), gbk);
    wx.run("lint", "--fix", file.toString()).exits(3);
    assertThat(file).hasBinaryContent(gbk);
  }

  @Test
  void a_bracket_that_lacks_at_the_end_is_put_in_together_with_all_else() throws IOException {
    String bad = good.stripTrailing().replace(": 1000", ": \"1000\"");
    Path file = file(bad.substring(0, bad.length() - 1));
    Run run = wx.run("lint", "--fix", file.toString()).exits(0);
    assertThat(file).hasContent(good);
    assertThat(run.err()).contains("} is missing", "wrote 1000 for");
  }

  @Test
  void a_bracket_that_lacks_further_up_is_left_to_the_person() throws IOException {
    String bad = good.replace("\"quantity\": 1000\n        },", "\"quantity\": 1000,");
    Path file = file(bad);
    wx.run("lint", "--fix", file.toString()).exits(3);
    assertThat(file).hasContent(bad);
  }

  @Test
  void a_text_that_was_cut_off_is_not_made_to_look_whole() throws IOException {
    String cut = good.substring(0, good.indexOf(",\n        \"notice\""));
    Path file = file(cut);
    wx.run("lint", "--fix", file.toString()).exits(3);
    assertThat(file).hasContent(cut);
  }

  @Test
  void what_comes_out_ends_with_one_line_break() {
    String open = good.stripTrailing();
    for (String text :
        new String[] {open, good, good + "\n\n", open.replace(": 1000", ": 1000,")}) {
      assertThat(wx.typing(text).run("lint", "--fix", "-").exits(0).out()).isEqualTo(good);
    }
    assertThat(wx.typing("\uFEFF" + open + "\r\n").run("lint", "--fix", "-").exits(0).out())
        .isEqualTo(open + "\r\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(home.resolve("answer.json"), text);
  }
}
