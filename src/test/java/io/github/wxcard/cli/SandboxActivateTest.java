package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The holder of a member card at the command line. */
final class SandboxActivateTest {
  private static final String CARD =
      Path.of("samples/member-card.json").toAbsolutePath().toString();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void filling_in_the_form_prints_the_membership_number() throws Exception {
    JsonNode claim = claimed();

    Run run = activate(claim, "--set", "MOBILE=13800000000", "--set", "爱好=茶", "--set", "爱好=棋");

    assertThat(run.exits(0).out()).isEqualTo(claim.path("code").asText() + "\n");
    JsonNode info = info(claim);
    assertThat(info.path("has_active").asBoolean()).isTrue();
    assertThat(info.at("/user_info/common_field_list/0/value").asText()).isEqualTo("13800000000");
    assertThat(Json.write(info.at("/user_info/custom_field_list/0/value_list")))
        .isEqualTo("[\"茶\",\"棋\"]");
  }

  @Test
  void as_json_it_says_whose_card_it_is() throws Exception {
    JsonNode claim = claimed();

    JsonNode answer =
        activate(claim, "--set", "MOBILE=1", "--set", "爱好=茶", "--json").exits(0).json();

    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("card_id", "code", "openid", "membership_number");
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
  }

  @Test
  void where_the_merchant_finishes_it_the_address_is_printed() throws Exception {
    JsonNode claim =
        claimed(
            "--set",
            "/wx_activate_after_submit=true",
            "--set",
            "/wx_activate_after_submit_url=https://example.com/join");

    Run run = activate(claim, "--set", "MOBILE=1", "--card-id", claim.path("card_id").asText());

    assertThat(run.exits(0).out())
        .matches("https://example\\.com/join\\?encrypt_code=\\S+&activate_ticket=\\S+\n");
    assertThat(info(claim).path("has_active").asBoolean(true)).isFalse();
  }

  @Test
  void what_is_no_answer_is_told_before_any_call() throws Exception {
    assertThat(wx.run("sandbox", "activate", "1", "--as", "usr1", "--set", "MOBILE").exits(2).err())
        .contains("NAME=VALUE");
    wx.run("sandbox", "activate", "1").exits(2);
    wx.run("sandbox", "activate", "", "--as", "usr1").exits(3);
  }

  @Test
  void a_form_that_is_not_filled_in_is_refused() throws Exception {
    JsonNode claim = claimed();

    Run run = activate(claim, "--json").exits(5);

    assertThat(run.error().path("errcode").asInt()).isEqualTo(41011);
    assertThat(info(claim).path("has_active").asBoolean(true)).isFalse();
  }

  private Run activate(JsonNode claim, String... more) {
    return run(more, "sandbox", "activate", claim.path("code").asText(), "--as", "usr1");
  }

  private JsonNode claimed(String... more) throws Exception {
    String cardId = run(more, "create", CARD, "--sandbox").exits(0).out().strip();
    wx.run("sandbox", "approve", cardId).exits(0);
    String form =
        """
        {"required_form": {"common_field_id_list": ["USER_FORM_INFO_FLAG_MOBILE"]},
         "optional_form": {"rich_field_list": [
           {"type": "FORM_FIELD_CHECK_BOX", "name": "爱好", "values": ["茶", "棋"]}]}}
        """;
    ObjectNode body = (ObjectNode) Json.read(form);
    call("/card/membercard/activateuserform/set", body.put("card_id", cardId));
    String ticket =
        wx.run("qrcode", cardId, "--sandbox", "--json").exits(0).json().path("ticket").asText();
    return wx.run("sandbox", "scan", ticket, "--as", "usr1", "--json").exits(0).json();
  }

  private JsonNode info(JsonNode claim) throws Exception {
    ObjectNode body = Json.object().put("code", claim.path("code").asText());
    return call("/card/membercard/userinfo/get", body);
  }

  private Run run(String[] last, String... first) {
    return wx.run(Stream.of(first, last).flatMap(Stream::of).toArray(String[]::new));
  }

  /** A call by another program on the same state. */
  private JsonNode call(String path, ObjectNode body) throws Exception {
    try (ServedAccount account =
        new ServedAccount(home.resolve(".local/state/wxcard/sandbox.db"))) {
      JsonNode answer = account.call(path, body);
      assertThat(answer.path("errcode").asInt(-1)).as("%s", answer).isZero();
      return answer;
    }
  }
}
