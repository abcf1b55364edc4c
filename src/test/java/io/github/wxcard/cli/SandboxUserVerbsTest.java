package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's side from the command line, on one database between the commands. */
final class SandboxUserVerbsTest {
  @TempDir Path home;
  private Wxcard wx;
  private JsonNode claim;
  private String code;

  @BeforeEach
  void claimACard() {
    wx = new Wxcard(home);
    claim = claimed("samples/groupon.json");
    code = claim.path("code").asText();
  }

  @Test
  void a_link_copied_out_of_an_answer_is_scanned_as_it_is_meant() {
    String url =
        wx.run("qrcode", claim.path("card_id").asText(), "--sandbox", "--jq", ".show_qrcode_url")
            .exits(0)
            .out()
            .strip();

    wx.run("sandbox", "scan", url.replace("/", "\\/"), "--as", "usr2").exits(0);
  }

  @Test
  void a_gift_is_accepted_under_a_new_code() {
    Run sent = wx.run("sandbox", "gift", code, "--from", "usr1").exits(0);
    Run got = wx.run("sandbox", "accept", code, "--as", "usr2", "--json").exits(0);

    assertThat(sent.out())
        .isEqualTo(
            claim.path("card_id").asText()
                + " "
                + code
                + " "
                + claim.path("openid").asText()
                + " GIFTING\n");
    assertThat(sent.err()).isEmpty();
    assertThat(got.json().fieldNames())
        .toIterable()
        .containsExactly("card_id", "code", "openid", "user_card_status");
    assertThat(got.json().path("user_card_status").asText()).isEqualTo("NORMAL");
    wx.run("consume", code, "--sandbox").exits(5);
    wx.run("consume", got.json().path("code").asText(), "--sandbox").exits(0);
  }

  @Test
  void a_gift_to_somebody_is_accepted_at_once() {
    JsonNode gift =
        wx.run("sandbox", "gift", code, "--from", "usr1", "--to", "usr2", "--json").exits(0).json();

    assertThat(gift.path("code").asText()).isNotEqualTo(code);
    assertThat(gift.path("openid")).isNotEqualTo(claim.path("openid"));
    wx.run("sandbox", "view", gift.path("code").asText(), "--as", "usr2").exits(0);
  }

  @Test
  void a_gift_that_goes_back_can_be_redeemed() {
    wx.run("sandbox", "gift", code, "--from", "usr1").exits(0);
    wx.run("consume", code, "--sandbox").exits(5);

    assertThat(wx.run("sandbox", "return", code).exits(0).out()).endsWith(" NORMAL\n");

    wx.run("consume", code, "--sandbox").exits(0);
  }

  @Test
  void a_removed_card_is_deleted() {
    Run refused = wx.run("sandbox", "remove", code, "--as", "usr2", "--json").exits(5);
    assertThat(refused.error().path("errcode").asInt()).isEqualTo(40056);

    assertThat(wx.run("sandbox", "remove", code, "--as", "usr1").exits(0).out())
        .endsWith(" DELETE\n");

    Run consumed = wx.run("consume", code, "--sandbox", "--json").exits(5);
    assertThat(consumed.error().path("errcode").asInt()).isEqualTo(40127);
  }

  @Test
  void a_link_is_printed_with_its_parameters() {
    JsonNode linked =
        claimed("samples/groupon.json", "--set", "/base_info/custom_url=http://example.com/#x");
    String linkedCode = linked.path("code").asText();

    Run text = wx.run("sandbox", "open", linkedCode, "--as", "usr1").exits(0);
    JsonNode json =
        wx.run("sandbox", "open", linkedCode, "--as", "usr1", "--entry", "custom", "--json")
            .exits(0)
            .json();

    assertThat(text.out())
        .matches("http://example.com/\\?encrypt_code=\\S+&card_id=\\S+&openid=\\S+#x\n");
    assertThat(json.path("url").asText()).isEqualTo(text.out().strip());
    assertThat(json.path("card_id")).isEqualTo(linked.path("card_id"));
    wx.run("sandbox", "open", linkedCode, "--as", "usr1", "--entry", "center").exits(5);
    wx.run("sandbox", "open", linkedCode, "--as", "usr1", "--entry", "menu").exits(2);
  }

  @Test
  void users_are_listed_one_a_line() {
    wx.run("sandbox", "gift", code, "--from", "usr1", "--to", "usr2").exits(0);

    Run text = wx.run("sandbox", "users").exits(0);
    JsonNode json = wx.run("sandbox", "users", "--json").exits(0).json();

    assertThat(text.out().lines())
        .anyMatch(line -> line.equals("usr1 " + claim.path("openid").asText() + " 0"))
        .anyMatch(line -> line.matches("usr2 o[\\w-]{27} 1"));
    wx.on(new TerminalInfo(false, true, false, () -> 120, ColorChoice.NEVER));
    assertThat(wx.run("sandbox", "users").exits(0).out())
        .isEqualTo("name openid cards\n" + text.out());
    assertThat(wx.run("sandbox", "events").exits(0).out())
        .startsWith("id time event code state attempts result\n1 ");
    assertThat(wx.run("sandbox", "journal").exits(0).out()).startsWith("time request -> status");
    assertThat(json.path("users")).hasSize(2);
    assertThat(json.at("/users/0").fieldNames())
        .toIterable()
        .containsExactly("name", "openid", "cards");
  }

  @Test
  void a_merchants_code_may_be_named_with_its_card() {
    String cardId = claim.path("card_id").asText();

    wx.run("sandbox", "view", code, "--as", "usr1", "--card-id", cardId).exits(0);
    Run elsewhere =
        wx.run("sandbox", "view", code, "--as", "usr1", "--card-id", "pElsewhere", "--json")
            .exits(5);

    assertThat(elsewhere.error().path("errcode").asInt()).isEqualTo(40056);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gift", "accept", "return", "remove", "view", "open", "users"})
  void every_verb_has_an_example(String verb) {
    Run help = wx.run("sandbox", verb, "--help").exits(0);

    assertThat(help.out()).contains("Example", "wxcard sandbox " + verb);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accept", "remove", "view", "open"})
  void somebody_must_do_it(String verb) {
    assertThat(wx.run("sandbox", verb, code).exits(2).err()).contains("--as");
    wx.run("sandbox", verb, code, "--as", "").exits(3);
    wx.run("sandbox", verb, "", "--as", "usr1").exits(3);
  }

  private JsonNode claimed(String sample, String... options) {
    String[] create = new String[options.length + 3];
    create[0] = "create";
    create[1] = Path.of(sample).toAbsolutePath().toString();
    create[2] = "--sandbox";
    System.arraycopy(options, 0, create, 3, options.length);
    String cardId = wx.run(create).exits(0).out().strip();
    wx.run("sandbox", "approve", cardId).exits(0);
    String url = wx.run("qrcode", cardId, "--sandbox", "--jq", ".url").exits(0).out().strip();
    return wx.run("sandbox", "scan", url, "--as", "usr1", "--json").exits(0).json();
  }
}
