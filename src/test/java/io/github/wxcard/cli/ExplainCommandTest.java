package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.error.ErrorTable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHomeWhereNothingIsConfigured() {
    wx = new Wxcard(home).with("CI", "true");
  }

  @Test
  void a_code_is_told_with_everything_the_table_knows() {
    Run run = wx.run("explain", "42001").exits(0);
    assertThat(run.out().lines())
        .hasSize(5)
        .startsWith("42001  access_token expired")
        .anyMatch(line -> line.matches("  Meaning: .+\\."))
        .anyMatch(line -> line.matches("  Next: .+\\."))
        .contains("  Exit code: 4")
        .anyMatch(line -> line.startsWith("  Retry: once, with a new access token"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void several_codes_are_told_in_their_order() {
    JsonNode codes = wx.run("explain", "45009", "-1", "0", "--json").exits(0).json().path("codes");
    assertThat(codes.findValuesAsText("errcode")).containsExactly("45009", "-1", "0");
    assertThat(codes.findValuesAsText("retry")).containsExactly("later", "backoff", "no");
    assertThat(codes.findValuesAsText("exit_code")).containsExactly("5", "5", "0");
    assertThat(codes.at("/0/errmsg").asText()).isEqualTo("reach max api daily quota limit");
    assertThat(codes.at("/0/kind").asText()).isEqualTo("refused");
    assertThat(codes.at("/2/kind").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":40071,\"errmsg\":\"invalid card type hint: [a45021b]\"}",
        "{\\\"errcode\\\":40071,\\\"errmsg\\\":\\\"x\\\"}",
        "12:00:01 ERROR create failed errcode=40071 rid: 65432-1",
        "errCode: '40071'",
        "answer 40071 after 30015 ms",
        "invalid card type rid: 6543a-12",
        " 40071\n"
      })
  void a_text_that_holds_a_code_will_do(String text) {
    assertThat(wx.run("explain", text).exits(0).out()).startsWith("40071 ").hasLineCount(5);
    assertThat(wx.typing(text).run("explain").exits(0).out()).startsWith("40071 ");
    assertThat(wx.typing(text).run("explain", "-").exits(0).out()).startsWith("40071 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-40005 | -40005  ValidateAppidError",
        "WXBizMsgCrypt ret -40001 | -40001  ValidateSignatureError",
        "ret=-40007 | -40007  DecryptAESError",
        "com.qq.weixin.mp.aes.AesException: 签名验证错误 | -40001  ValidateSignatureError",
        "(-40004, None) | -40004  IllegalAesKey",
        "ierror.WXBizMsgCrypt_DecodeBase64_Error | -40010  DecodeBase64Error",
        "$IllegalBuffer | -40008  IllegalBuffer",
        "{'base_resp':{'ret':200302,'err_msg':'verify token fail'}} | 200302  verify token fail",
        "verify token fail | 200302  verify token fail",
        "token验证失败 | 200302  verify token fail"
      })
  void codes_that_callbacks_bring_are_explained_too(String pasted, String headline) {
    Run run = wx.run("explain", pasted).exits(0);
    assertThat(run.out().lines()).hasSize(5).first().isEqualTo(headline);
    assertThat(wx.typing(pasted).run("explain").exits(0).out()).isEqualTo(run.out());
  }

  @Test
  void every_code_of_the_library_has_its_row_in_both_languages() {
    for (int code = -40011; code <= -40001; code++) {
      String word = Integer.toString(code);
      assertThat(wx.run("explain", word).exits(0).out()).contains("  Meaning: ", "  Next: ");
      assertThat(wx.run("explain", word, "--lang", "zh").exits(0).out())
          .containsPattern("  含义：.*\\p{IsHan}")
          .containsPattern("  处理：.*\\p{IsHan}");
    }
    assertThat(wx.run("explain", "-40012").exits(3).err()).contains("near -40012: -40011");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40164 | invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 6543a-12",
        "40164 | invalid ip 203.0.113.7, not in whitelist hint: [x]",
        "40001 | invalid credential, access_token is invalid or not latest, could get access_token"
            + " by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r rid:"
            + " 6543a-1",
        "40127 | invalid user-card status! Hint: the card was given to user, but may be deleted or"
            + " set unavailable ! hint: [x]",
        "45009 | api freq out of limit hint: [x]",
        "40116 | invalid code hint: [x]",
        "41011 | missing required fields! please check document and request json! hint: [x]"
            + " m_data.has_supply_bonus",
        "73211 | 不再支持配置网页链接跳转，请选择小程序替代 hint: [x]"
      })
  void a_text_alone_is_known_in_its_newest_and_in_older_editions(int code, String text) {
    assertThat(wx.run("explain", text).exits(0).out()).startsWith(code + " ").hasLineCount(5);
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL,zh_CN.UTF-8,LANG,en_US.UTF-8,含义",
    "LC_MESSAGES,zh_TW,LANG,en_US.UTF-8,含义",
    "LC_MESSAGES,en_US,LANG,zh_CN.UTF-8,Meaning",
    "LC_CTYPE,en_US,LANG,zh_CN.UTF-8,含义",
    "LC_ALL,C,LANG,zh_CN.UTF-8,Meaning"
  })
  void the_locale_chooses_the_language(String a, String x, String b, String y, String word) {
    assertThat(wx.with(a, x).with(b, y).run("explain", "40073").exits(0).out()).contains(word);
  }

  @Test
  void an_option_overrules_the_locale() {
    wx.with("LANG", "zh_CN.UTF-8");
    assertThat(wx.run("explain", "40073", "--lang", "en").exits(0).out()).contains("Meaning: ");
    String chinese = wx.with("LANG", "C").run("explain", "40073", "--lang", "zh").exits(0).out();
    assertThat(chinese)
        .contains("40073  invalid card id", "  含义：", "  处理：", "  重试：不要", "  退出码：5")
        .doesNotContain("Meaning");
    assertThat(wx.run("explain", "1", "--lang", "fr").exits(2).err())
        .contains("--lang must be en or zh, not 'fr'");
  }

  @Test
  void an_unknown_code_names_those_it_may_have_been() {
    Run run = wx.run("explain", "40017").exits(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("no error code 40017", "near 40017: 40071  invalid card type", "--list TEXT");
    assertThat(wx.run("explain", "40017", "--json").exits(3).error().at("/near/0").asInt())
        .isEqualTo(40071);
  }

  @Test
  void an_unknown_code_that_is_near_none_names_none() {
    assertThat(wx.run("explain", "999999").exits(3).err()).doesNotContain("near");
    assertThat(wx.run("explain", "-77777", "--json").exits(3).error().path("near")).isEmpty();
  }

  @Test
  void a_search_in_chinese_is_answered_in_chinese() {
    Run run = wx.with("LANG", "C.UTF-8").run("explain", "--list", "库存", "--json").exits(0);
    assertThat(run.json().at("/codes/0/meaning").asText()).contains("库存");
    assertThat(wx.run("explain", "--list", "库存", "--lang", "en").exits(0).out()).contains("stock");
  }

  @Test
  void known_codes_are_told_beside_an_unknown_one() {
    Run run = wx.run("explain", "40071", "12345").exits(3);
    assertThat(run.out()).startsWith("40071");
    assertThat(run.err()).contains("no error code 12345 is known");
  }

  @Test
  void the_table_is_searched_by_number_text_and_meaning_in_both_languages() {
    assertThat(wx.run("explain", "--list", "4007").exits(0).out())
        .contains("40071", "40079")
        .doesNotContain("45021");
    assertThat(wx.run("explain", "--list", "CARD type invalid").exits(0).out()).contains("40071");
    assertThat(wx.run("explain", "--list", "库存").exits(0).out())
        .contains("45031")
        .hasLineCount(
            (int) ErrorTable.all().stream().filter(row -> row.meaningZh().contains("库存")).count());
    assertThat(wx.run("explain", "--list", "", "--json").exits(0).json().path("codes"))
        .hasSize(ErrorTable.all().size() + ErrorTable.ofCallbacks().size());
  }

  @Test
  void a_search_that_finds_nothing_says_so() {
    Run run = wx.run("explain", "--list", "xyzzy").exits(0);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'xyzzy'");
  }

  @Test
  void nothing_to_explain_is_a_usage_error_and_a_text_without_a_code_a_wrong_input() {
    wx.run("explain").exits(2);
    wx.run("explain", "40071", "--list", "x").exits(2);
    assertThat(wx.run("explain", "hello").exits(3).err()).contains("no error code in 'hello'");
  }

  @Test
  void the_examples_of_the_help_can_be_run() {
    assertThat(HelpExamples.run(wx, "explain", Map.of()))
        .hasSize(3)
        .allSatisfy(run -> run.exits(0));
  }
}
