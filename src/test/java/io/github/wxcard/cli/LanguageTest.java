package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an error means and what to do is told in the person's language, and nothing else changes.
 */
class LanguageTest {
  private static final String NOT_HELD = "请逐位核对 code";

  @TempDir Path home;
  private Shop shop;
  private Wxcard wx;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    wx = shop.wx();
  }

  @ParameterizedTest
  @CsvSource({
    "WXCARD_LANG,zh,LC_ALL,en_US.UTF-8,true",
    "WXCARD_LANG,en,LC_ALL,zh_CN.UTF-8,false",
    "WXCARD_LANG,ZH-Hans,LANG,C,true",
    "LC_ALL,zh_TW.UTF-8,LANG,C,true",
    "LC_ALL,C,LANG,zh_CN.UTF-8,false",
    "LC_MESSAGES,zh_CN,LANG,en_US.UTF-8,true",
    "LANG,zh_CN.UTF-8,TZ,UTC,true",
    "LANG,de_DE.UTF-8,TZ,UTC,false",
  })
  void the_environment_chooses(String a, String x, String b, String y, boolean chinese) {
    Run run = wx.with(a, x).with(b, y).run("code", "get", "0").exits(5);
    assertThat(run.err().contains(NOT_HELD)).isEqualTo(chinese);
    assertThat(run.err().contains("  Next: ")).isNotEqualTo(chinese);
  }

  @Test
  void the_option_wins_wherever_it_stands() {
    wx.with("WXCARD_LANG", "zh");
    assertThat(wx.run("--lang", "en", "code", "get", "0").exits(5).err()).contains("  Next: ");
    wx.with("WXCARD_LANG", "en");
    assertThat(wx.run("code", "get", "0", "--lang=zh").exits(5).err())
        .contains("  含义：", "  处理：" + NOT_HELD, "errcode 40056 invalid serial code");
    assertThat(wx.run("code", "get", "0", "--lang", "ZH").exits(5).err()).contains("  处理：");
    assertThat(wx.run("code", "get", "--lang=en", "--", "0", "--lang", "zh").exits(2).err())
        .contains("  Next: ");
    assertThat(wx.run("token", "--lang", "fr").exits(2).err())
        .contains("--lang must be en or zh, not 'fr'");
  }

  @Test
  void json_keeps_its_keys_and_kind_and_exit_code() {
    JsonNode english = wx.run("code", "get", "0", "--json").exits(5).error();
    JsonNode chinese = wx.run("code", "get", "0", "--json", "--lang", "zh").exits(5).error();
    assertThat(chinese.fieldNames()).toIterable().containsExactlyElementsOf(english::fieldNames);
    for (String same : new String[] {"kind", "errcode", "reason", "retryable"}) {
      assertThat(chinese.path(same)).isEqualTo(english.path(same));
    }
    assertThat(chinese.path("fix").asText()).startsWith(NOT_HELD);
    assertThat(english.path("fix").asText()).doesNotContain("请");
  }

  @Test
  void a_line_that_cannot_be_parsed_is_told_in_the_language_it_names() {
    assertThat(wx.run("code", "get", "--nosuch", "--lang", "zh").exits(2).err()).contains("处理：");
    assertThat(wx.run("crate", "--lang=zh").exits(2).err()).contains("您是否想用 create？");
  }

  @Test
  void remedies_that_fit_the_call_and_those_of_the_program_itself_are_told() throws IOException {
    wx.with("WXCARD_LANG", "zh");
    assertThat(wx.run("create", "nosuch.json").exits(3).err()).contains("处理：");
    Path broken = Files.writeString(home.resolve("broken.json"), "{\"a\" 1}");
    assertThat(wx.run("create", broken.toString()).exits(3).err()).contains("请写成 \"key\": value。");
    assertThat(wx.run("token", "--jq", ".[").exits(2).err()).contains("请先只用 --json 查看有哪些键");
    String code = shop.claim(shop.card()).path("code").asText();
    wx.run("consume", code).exits(0);
    assertThat(wx.run("consume", code).exits(5).err()).contains("含义：", "处理：");
    assertThat(wx.run("sandbox", "clock", "+x").exits(2).err()).contains("处理：");
  }

  @Test
  void each_line_of_a_batch_and_its_end_are_told() throws IOException {
    Path codes = Files.writeString(home.resolve("codes.txt"), "000000000000\n");
    Run run = wx.run("consume", "--from", codes.toString(), "--json", "--lang", "zh").exits(8);
    assertThat(Json.read(run.out()).at("/error/fix").asText()).contains("核对");
    assertThat(run.error().path("fix").asText()).contains("请把可以改正的放进单独的文件。");
    Run text = wx.run("consume", "--from", codes.toString(), "--restart", "--lang", "zh").exits(8);
    assertThat(text.err()).contains("(code 未曾发放");
  }

  @Test
  void steps_of_a_scenario_and_lines_of_the_repl_are_told() throws IOException {
    Path file = home.resolve("steps.json");
    Files.writeString(
        file, "{\"name\": \"x\", \"steps\": [{\"name\": \"a\", \"run\": \"code get 0\"}]}");
    Run run = wx.run("run", file.toString(), "--lang", "zh").exits(8);
    assertThat(run.out() + run.err()).contains("处理：" + NOT_HELD, "加 -v 可看到每次请求和返回");

    Run repl = wx.typing("code get 0\n").run("repl", "--lang", "zh");
    assertThat(repl.err()).contains("处理：" + NOT_HELD);
    Run other = wx.typing("code get 0 --lang en\n").run("repl", "--lang", "zh");
    assertThat(other.err()).contains("  Next: ").doesNotContain(NOT_HELD);
    Run nested = wx.typing("repl\n").run("repl", "--lang", "zh");
    assertThat(nested.err()).contains("请直接输入命令");
  }

  @Test
  void doctor_and_explain_are_told() {
    Wxcard nobody = new Wxcard(home.resolve("nobody")).with("WXCARD_LANG", "zh");
    nobody.with("WXCARD_APPID", "wx0123456789abcdef").with("CI", "1");
    Run doctor = nobody.run("doctor");
    assertThat(doctor.out()).contains("请运行 `wxcard login`，或设置 WXCARD_APPID 和 WXCARD_SECRET");
    assertThat(wx.run("explain", "40056", "--lang", "zh").exits(0).out()).contains(NOT_HELD);
    assertThat(wx.run("explain", "40017", "--lang", "zh").exits(3).err()).contains("请核对数字");
  }

  @Test
  void what_stands_on_standard_output_does_not_change() {
    String card = shop.card();
    assertThat(wx.run("card", "get", card, "--lang", "zh").exits(0).out())
        .isEqualTo(wx.run("card", "get", card, "--lang", "en").exits(0).out());
  }
}
