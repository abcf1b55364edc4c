package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignCommandTest {
  private static final String A1 = "f137ab68b7f8112d20ee528ab6074564e2796250";
  private static final String A1_LINE =
      "sign card "
          + CARD_ID
          + " --code 1434008071 --timestamp 1404896688 --nonce 123 --ticket-stdin";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHomeWhereNothingIsConfigured() {
    wx = new Wxcard(home).with("CI", "true");
  }

  @Test
  void a_card_comes_out_as_its_card_ext() {
    Run run = wx.typing(CARD_TICKET).run(A1_LINE.split(" ")).exits(0);
    assertThat(run.out())
        .isEqualTo(
            "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonce_str\":\"123\","
                + "\"signature\":\""
                + A1
                + "\"}\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_card_as_json_holds_the_card_ext_as_text() throws Exception {
    JsonNode json = wx.typing(CARD_TICKET).run((A1_LINE + " --json").split(" ")).exits(0).json();
    assertThat(json.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("cardId", "cardExt", "signature", "timestamp", "nonce_str", "signed");
    assertThat(Json.read(json.path("cardExt").textValue()).path("signature").asText())
        .isEqualTo(A1);
    assertThat(json.at("/signed/3").asText()).isEqualTo(CARD_TICKET);
  }

  @Test
  void a_choice_comes_out_as_the_parameters_of_the_page() {
    JsonNode json =
        wx.typing(CARD_TICKET)
            .run(
                ("sign choose --app-id wx0123456789abcdef --card-type GROUPON --card-id "
                        + CARD_ID
                        + " --timestamp 1404896688 --nonce 123 --ticket-stdin --json")
                    .split(" "))
            .exits(0)
            .json();
    assertThat(json.path("cardSign").asText())
        .isEqualTo("a0bd02371453ac06068f8a250d1be5027b3dcfef");
    assertThat(json.path("shopId").asText()).isEmpty();
    assertThat(json.path("signType").asText()).isEqualTo("SHA1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1700000000000, looks like milliseconds",
    "1700000000000000, looks like microseconds",
    "4294967296, is beyond the year 2106",
    "99999999999999999999, is beyond the year 2106",
    "0, is long before WeChat",
    "-1700000000, is not a whole number",
    "1.7e9, is not a whole number"
  })
  void a_doubtful_time_is_signed_with_a_true_warning(String time, String warning) {
    Run run =
        wx.typing(CARD_TICKET)
            .run(
                "sign",
                "card",
                CARD_ID,
                "--ticket-stdin",
                "--nonce",
                "n1",
                "--timestamp",
                time,
                "--fixed-begin",
                time)
            .exits(0);
    assertThat(run.err())
        .contains("the timestamp " + warning, "the fixed_begintimestamp " + warning)
        .doesNotContain("1970-01");
  }

  @Test
  void a_page_comes_out_as_its_config() {
    Run run =
        wx.typing(PAGE_TICKET)
            .run(
                ("sign page http://mp.weixin.qq.com?params=value#top --app-id wx0123456789abcdef"
                        + " --timestamp 1414587457 --nonce Wm3WZYTPz0wzccnW --ticket-stdin --json")
                    .split(" "))
            .exits(0);
    assertThat(run.json().path("signature").asText())
        .isEqualTo("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    assertThat(run.json().path("url").asText()).isEqualTo("http://mp.weixin.qq.com?params=value");
    assertThat(run.err()).contains("# and what follows it is left out");
  }

  @Test
  void a_page_without_an_app_id_is_signed_with_a_warning() {
    Run run =
        wx.typing(PAGE_TICKET)
            .run("sign page http://mp.weixin.qq.com/ --ticket-stdin".split(" "))
            .exits(0);
    assertThat(run.err()).contains("add --app-id");
  }

  @Test
  void a_callback_comes_out_as_the_digest_alone() {
    Run run =
        wx.typing("weixin\n")
            .run("sign callback --token-stdin --timestamp 1357982061 --nonce 1358161344".split(" "))
            .exits(0);
    assertThat(run.out()).isEqualTo("335b26997f05c82243aad6b10a2d1853637e71a8\n");
  }

  @Test
  void the_token_of_a_callback_may_come_as_for_events() throws IOException {
    String line = "sign callback --timestamp 1357982061 --nonce 1358161344";
    String digest = "335b26997f05c82243aad6b10a2d1853637e71a8\n";
    String secrets = "weixin\nabcdefghijklmnopqrstuvwxyz0123456789ABCDEFG\n";
    assertThat(wx.typing(secrets).run((line + " --secrets-stdin").split(" ")).exits(0).out())
        .isEqualTo(digest);
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        """
        {"version":1,"profiles":{"shop":{"appId":"wx9","secret":"s","callback":{"token":"weixin"}},
          "bare":{"appId":"wx8","secret":"s"}}}
        """);
    assertThat(wx.run((line + " --profile shop").split(" ")).exits(0).out()).isEqualTo(digest);
    assertThat(wx.run((line + " --profile bare").split(" ")).exits(2).err())
        .contains("the Token of the callback address is needed", "--token-stdin");
  }

  @Test
  void a_callbacks_json_holds_the_signature_and_nothing_else() {
    String line = "sign callback --token-stdin --timestamp 1 --nonce 2 --json";
    JsonNode json = wx.typing("weixin\n").run(line.split(" ")).exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void one_line_break_at_the_end_of_the_ticket_is_dropped(String end) {
    Run run = wx.typing(CARD_TICKET + end).run(A1_LINE.split(" ")).exits(0);
    assertThat(run.out()).contains(A1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", " \n", "\r", " "})
  void nothing_else_of_the_ticket_is_dropped(String end) {
    Run run = wx.typing(CARD_TICKET + end).run(A1_LINE.split(" ")).exits(0);
    assertThat(run.out()).doesNotContain(A1);
    assertThat(run.err()).contains("the ticket begins or ends with a blank or a line break");
  }

  @Test
  void a_ticket_that_is_not_utf8_is_refused_with_its_offset() {
    Run run = wx.typing(new byte[] {'a', 'b', (byte) 0xff}).run(A1_LINE.split(" ")).exits(3);
    assertThat(run.err()).contains("standard input is not UTF-8", "byte offset 2");
  }

  @Test
  void an_explanation_is_values_text_and_digest_below_the_result() {
    Run run = wx.typing(CARD_TICKET).run((A1_LINE + " --explain").split(" ")).exits(0);
    assertThat(run.out().lines().skip(1))
        .containsExactly(
            "123",
            "1404896688",
            "1434008071",
            CARD_TICKET,
            CARD_ID,
            "12314048966881434008071" + CARD_TICKET + CARD_ID,
            A1);
  }

  @Test
  void what_is_omitted_is_made_up_and_what_is_empty_is_left_out() {
    wx.at(Clock.fixed(Instant.ofEpochSecond(1404896688), ZoneOffset.UTC)).typing(CARD_TICKET);
    JsonNode fresh = wx.run("sign", "card", CARD_ID, "--ticket-stdin", "--json").exits(0).json();
    assertThat(fresh.path("timestamp").asText()).isEqualTo("1404896688");
    assertThat(fresh.path("nonce_str").asText()).matches("[A-Za-z0-9]{16}");
    JsonNode bare =
        wx.run("sign", "card", CARD_ID, "--ticket-stdin", "--json", "--nonce", "").exits(0).json();
    assertThat(bare.path("signed")).hasSize(3);
    assertThat(bare.path("cardExt").asText()).doesNotContain("nonce_str");
  }

  @Test
  void two_runs_never_make_up_the_same_nonce() {
    wx.typing(CARD_TICKET);
    String[] line = {"sign", "card", CARD_ID, "--ticket-stdin", "--jq", ".nonce_str"};
    assertThat(wx.run(line).exits(0).out()).isNotEqualTo(wx.run(line).exits(0).out());
  }

  @Test
  void a_right_digest_is_verified() {
    Run run = wx.typing(CARD_TICKET).run((A1_LINE + " --verify " + A1).split(" ")).exits(0);
    assertThat(run.out()).contains(A1);
    assertThat(run.err()).contains("The digest fits.");
  }

  @Test
  void a_wrong_digest_is_refused_with_the_slip_that_makes_it() throws Exception {
    String wrong = sha1("14048966881434008071" + CARD_TICKET + CARD_ID);
    Run run = wx.typing(CARD_TICKET).run((A1_LINE + " --verify " + wrong).split(" ")).exits(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(wrong, A1, "That digest comes out when nonce_str was left out.", "Next: Sign");
  }

  @Test
  void a_wrong_digest_is_refused_as_json_with_the_slips_name() throws Exception {
    String wrong = sha1("12314048966880001434008071" + CARD_TICKET + CARD_ID);
    String line = A1_LINE + " --json --verify " + wrong;
    JsonNode error = wx.typing(CARD_TICKET).run(line.split(" ")).exits(5).error();
    assertThat(error.path("kind").asText()).isEqualTo("refused");
    assertThat(error.at("/mistakes/0").asText()).isEqualTo("milliseconds");
    assertThat(error.path("digest").asText()).isEqualTo(A1);
  }

  @Test
  void a_digest_in_capitals_is_not_the_same() {
    String line = A1_LINE + " --verify " + A1.toUpperCase(Locale.ROOT);
    assertThat(wx.typing(CARD_TICKET).run(line.split(" ")).exits(5).err()).contains("capitals");
  }

  @Test
  void a_digest_that_no_slip_makes_gets_a_hint_of_the_other_ticket() {
    String line = A1_LINE + " --verify " + "0".repeat(40);
    assertThat(wx.typing(CARD_TICKET).run(line.split(" ")).exits(5).err())
        .contains("None of the usual slips", "not the jsapi ticket");
  }

  @Test
  void a_verification_needs_what_was_signed() {
    Run run =
        wx.run("sign", "card", CARD_ID, "--ticket-stdin", "--timestamp", "1", "--verify", A1)
            .exits(2);
    assertThat(run.err()).contains("--nonce");
  }

  @Test
  void a_choice_needs_the_app_id_that_a_ticket_does_not_tell() {
    assertThat(wx.typing(CARD_TICKET).run("sign", "choose", "--ticket-stdin").exits(2).err())
        .contains("--app-id");
  }

  @Test
  void a_callback_needs_its_token() {
    assertThat(wx.run("sign", "callback").exits(2).err()).contains("--token-stdin");
  }

  @Test
  void the_group_alone_names_its_members() {
    assertThat(wx.run("sign").exits(2).err()).contains("card, choose, page, callback");
  }

  private static String sha1(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
