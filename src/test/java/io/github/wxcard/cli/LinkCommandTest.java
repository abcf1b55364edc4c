package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCommandTest {
  private static final String PUBLISHED =
      "XXIzTtMqCxwOaawoE91+VJdsFmv7b8g0VZIZkqf4GWA60Fzpc8ksZ/5ZZ0DVkXdE";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private String built(String... words) {
    String[] line = new String[words.length + 2];
    line[0] = "link";
    line[1] = "build";
    System.arraycopy(words, 0, line, 2, words.length);
    return wx.run(line).exits(0).out().strip();
  }

  @Test
  void parameters_come_in_wechats_order_percent_encoded() {
    assertThat(
            built(
                "http://www.qq.com",
                "--outer-str",
                "货架 1",
                "--openid",
                "o1",
                "--card-id",
                "p1",
                "--encrypt-code",
                PUBLISHED))
        .isEqualTo(
            "http://www.qq.com?encrypt_code=XXIzTtMqCxwOaawoE91%2BVJdsFmv7b8g0VZIZkqf4GWA60Fzpc8ksZ"
                + "%2F5ZZ0DVkXdE&card_id=p1&openid=o1&outer_str=%E8%B4%A7%E6%9E%B6%201");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.cn/x, http://a.cn/x?openid=o",
    "http://a.cn/x?, http://a.cn/x?openid=o",
    "http://a.cn/x?b=1, http://a.cn/x?b=1&openid=o",
    "http://a.cn/x?b=1&, http://a.cn/x?b=1&openid=o",
    "http://a.cn/x#/route?c=2, http://a.cn/x?openid=o#/route?c=2",
    "http://a.cn/x?b=%2F#top, http://a.cn/x?b=%2F&openid=o#top"
  })
  void what_the_page_has_already_stays(String page, String expected) {
    assertThat(built(page, "--openid", "o")).isEqualTo(expected);
  }

  @Test
  void a_built_link_is_read_back() {
    String link = built("https://a.cn/x?b=1#f", "--encrypt-code", PUBLISHED, "--openid", "o+1 /&=");
    Run run = wx.run("link", "parse", link).exits(0);
    assertThat(run.out())
        .isEqualTo("url https://a.cn/x?b=1#f\nencrypt_code " + PUBLISHED + "\nopenid o+1 /&=\n");
    assertThat(run.err()).isEmpty();
    assertThat(wx.typing(link + "\n").run("link", "parse", "-", "--json").exits(0).json())
        .isEqualTo(wx.run("link", "parse", link, "--json").exits(0).json());
  }

  @ParameterizedTest
  @CsvSource({
    "XX%2Bz%2Fa, ''",
    "XX+z/a, ''",
    "XX z/a, blanks",
    "XX%20z/a, blanks",
    "XX%252Bz%252Fa, percent-encoded twice"
  })
  void a_plus_that_got_lost_is_repaired(String written, String warning) {
    Run run = wx.run("link", "parse", "http://a.cn?encrypt_code=" + written, "--json").exits(0);
    assertThat(run.json().path("encrypt_code").asText()).isEqualTo("XX+z/a");
    if (warning.isEmpty()) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err()).contains("warning:", warning);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://a.cn/x?b=1&amp;encrypt_code=XX%2Bz&amp;openid=o#f                       | &amp; for &
          http://a.cn/x?b=1&#38;encrypt_code=XX%2Bz&#x26;openid=o#f                      | &amp; for &
          http://a.cn/x?b=1&amp;amp;encrypt_code=XX%2Bz&amp;amp;openid=o#f               | &amp; for &
          http:\\/\\/a.cn\\/x?b=1\\u0026encrypt_code=XX%2Bz\\u0026openid=o#f           | backslashes
          http%3A%2F%2Fa.cn%2Fx%3Fb%3D1%26encrypt_code%3DXX%252Bz%26openid%3Do%23f       | percent-encoded as a whole
          http%3a%2f%2fa.cn%2fx%3fb%3d1%26amp%3bencrypt_code%3dXX%252Bz%26amp%3bopenid%3do%23f | and written with
          """)
  void a_link_that_was_copied_with_escapes_is_understood(String written, String how) {
    Run run = wx.run("link", "parse", written, "--json").exits(0);
    assertThat(run.json())
        .isEqualTo(
            Json.object()
                .put("url", "http://a.cn/x?b=1#f")
                .put("encrypt_code", "XX+z")
                .put("openid", "o"));
    assertThat(run.err()).contains("warning:", how);
    assertThat(
            built(
                written.replaceFirst("(?i)(&|%26|\\\\u0026)[^&]*encrypt_code.*", ""),
                "--openid",
                "q"))
        .startsWith("http")
        .contains("openid=q");
  }

  @Test
  void a_broken_percent_is_told_once_and_the_code_left_as_it_is() {
    Run run = wx.run("link", "parse", "http://a.cn/x?encrypt_code=X+z%2", "--json").exits(0);
    assertThat(run.json().path("encrypt_code").asText()).isEqualTo("X+z%2");
    assertThat(run.err()).contains("is broken").doesNotContain("twice");
  }

  @Test
  void an_address_inside_a_parameter_stays_encoded() {
    String link = "http://a.cn/x?to=https%3A%2F%2Fb.cn%3Fa%26amp%3Bb&openid=o";
    Run run = wx.run("link", "parse", link, "--json").exits(0);
    assertThat(run.json().path("url").asText())
        .isEqualTo("http://a.cn/x?to=https%3A%2F%2Fb.cn%3Fa%26amp%3Bb");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_link_that_the_sandbox_opens_is_read_and_decrypted() {
    String cardId =
        wx.run(
                "create",
                "samples/groupon.json",
                "--sandbox",
                "--set",
                "/base_info/custom_url=https://a.cn/use",
                "--set",
                "/base_info/custom_url_name=x")
            .exits(0)
            .out()
            .strip();
    String code = claim(cardId);
    String link = wx.run("sandbox", "open", code, "--as", "ann").exits(0).out().strip();
    JsonNode parsed = wx.run("link", "parse", link, "--decrypt", "--json").exits(0).json();
    assertThat(parsed.path("code").asText()).isEqualTo(code);
    assertThat(parsed.path("card_id").asText()).isEqualTo(cardId);
    assertThat(parsed.path("url").asText()).isEqualTo("https://a.cn/use");
    String own =
        built(
            "https://a.cn/use",
            "--code",
            code,
            "--card-id",
            cardId,
            "--openid",
            parsed.path("openid").asText(),
            "--sandbox");
    assertThat(own).isEqualTo(link);
  }

  @Test
  void a_code_that_is_not_wechats_is_refused() {
    Run run =
        wx.run("link", "parse", "http://a.cn?encrypt_code=abcd", "--decrypt", "--sandbox").exits(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("40075");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          link parse http://a.cn?x=1                         | 3 | nothing of a card
          link parse http://a.cn?openid=o --decrypt          | 3 | no encrypt_code
          link build www.a.cn --openid o                     | 3 | no web address
          link build http://a.cn                             | 2 | nothing was given
          link build http://a.cn --code 1                    | 2 | --card-id
          link build http://a.cn --code 1 --encrypt-code x   | 2 | one thing
          link                                               | 2 | build, parse
          """)
  void what_makes_no_link_is_refused(String line, int exit, String why) {
    assertThat(wx.run(line.split(" +")).exits(exit).err()).contains(why);
  }

  @Test
  void a_real_accounts_codes_are_encrypted_by_wechat_alone() {
    wx.with("WXCARD_APPID", "wx1").with("WXCARD_SECRET", "marker-secret-1");
    assertThat(
            wx.run("link", "build", "http://a.cn", "--code", "1", "--card-id", "p").exits(2).err())
        .contains("only WeChat");
  }

  @Test
  void the_examples_of_the_help_can_be_run() {
    assertThat(HelpExamples.run(wx, "link build", Map.of()))
        .hasSize(2)
        .allSatisfy(run -> run.exits(0));
    String cardId = wx.run("create", "samples/groupon.json", "--sandbox").exits(0).out().strip();
    Map<String, String> actual =
        Map.of(HelpExamples.CARD_ID, cardId, HelpExamples.CODE, claim(cardId));
    List<Run> runs = HelpExamples.run(wx, "link parse", actual);
    assertThat(runs).hasSize(2).allSatisfy(run -> run.exits(0));
    assertThat(runs.get(0).out()).contains("encrypt_code XXIz+MqC/w==");
    assertThat(runs.get(1).out()).contains("\ncode " + actual.get(HelpExamples.CODE));
  }

  private String claim(String cardId) {
    wx.run("whitelist", "--username", "ann", "--sandbox").exits(0);
    String ticket = wx.run("qrcode", cardId, "--sandbox", "--jq", ".ticket").out().strip();
    return wx.run("sandbox", "scan", ticket, "--as", "ann", "--jq", ".code").exits(0).out().strip();
  }
}
