package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardExtSignature;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards in messages to one person. */
final class MessageServiceTest {
  private static final String SEND = "/cgi-bin/message/custom/send";
  private static final String PREVIEW = "/cgi-bin/message/mass/preview";

  @Injected private RawSandbox raw;
  private String cardId;

  @BeforeEach
  void aCard() {
    cardId = raw.create(Definitions.groupon());
  }

  @Test
  void a_message_reaches_a_known_person() {
    follow("oA");

    JsonNode answer = raw.done(SEND, message("oA"));

    assertThat(answer.has("msg_id")).isFalse();
    JsonNode sent = raw.get("/sandbox/messages").path("messages");
    assertThat(sent).hasSize(1);
    assertThat(sent.at("/0/to/0").asText()).isEqualTo("oA");
    assertThat(sent.at("/0/card_id").asText()).isEqualTo(cardId);
    assertThat(sent.at("/0/call").asText()).isEqualTo("custom");
  }

  @ParameterizedTest
  @ValueSource(strings = {SEND, PREVIEW})
  void a_wrong_message_is_named_and_not_sent(String path) {
    follow("oA");
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    String good = message("oA");

    assertThat(raw.errcode(path, good.replace("touser", "to"))).isEqualTo(41009);
    assertThat(raw.errcode(path, message("oNobody"))).isEqualTo(40003);
    assertThat(raw.errcode(path, good.replace("\"wxcard\",", "\"text\","))).isEqualTo(40097);
    assertThat(raw.errcode(path, good.replace("msgtype", "type"))).isEqualTo(40097);
    assertThat(raw.errcode(path, good.replace("card_id", "id"))).isEqualTo(41012);
    assertThat(raw.errcode(path, good.replace("\"wxcard\":", "\"card\":"))).isEqualTo(41012);
    assertThat(raw.errcode(path, good.replace(cardId, "p"))).isEqualTo(40073);
    assertThat(raw.errcode(path, good.replace(cardId, custom))).isEqualTo(45030);
    raw.done("/card/delete", "{\"card_id\": \"" + cardId + "\"}");
    assertThat(raw.errcode(path, good)).isEqualTo(40073);
    assertThat(raw.get("/sandbox/messages").path("messages")).isEmpty();
  }

  @Test
  void cards_with_imported_codes_may_be_sent() {
    follow("oA");
    String deposit = raw.create(Definitions.deposit());

    raw.done(SEND, message("oA").replace(cardId, deposit));
  }

  @Test
  void a_preview_goes_to_an_openid_or_to_a_wechat_id_which_is_preferred() {
    follow("oA");

    JsonNode first = raw.done(PREVIEW, message("oA"));
    JsonNode second = raw.done(PREVIEW, message("oA").replace("{\"touser", "{\"towxname"));
    raw.done(PREVIEW, "{\"towxname\": \"usr1\", " + message("oA").substring(1));

    assertThat(first.path("msg_id").isIntegralNumber()).isTrue();
    assertThat(second.path("msg_id").asLong()).isEqualTo(first.path("msg_id").asLong() + 1);
    JsonNode sent = raw.get("/sandbox/messages").path("messages");
    assertThat(sent.at("/0/to/0").asText()).isEqualTo("oA");
    assertThat(sent.at("/2/to/0").asText()).startsWith("o5a4Db");
  }

  @Test
  void twenty_messages_may_follow_what_somebody_did() {
    String openid = claim("usr1").path("openid").asText();
    for (int i = 0; i < 20; i++) {
      raw.done(SEND, message(openid));
    }
    assertThat(raw.errcode(SEND, message(openid))).isEqualTo(45047);
    assertThat(raw.get("/sandbox/messages").path("messages")).hasSize(20);

    claim("usr1");

    raw.done(SEND, message(openid));
  }

  @Test
  void a_message_comes_within_two_days_of_what_somebody_did() {
    String openid = claim("usr1").path("openid").asText();
    raw.clock.advance(Duration.ofDays(2));
    raw.forgetToken();
    raw.done(SEND, message(openid));

    raw.clock.advance(Duration.ofSeconds(1));
    assertThat(raw.errcode(SEND, message(openid))).isEqualTo(45015);
    claim("usr1");

    raw.done(SEND, message(openid));
  }

  @Test
  void redeeming_is_nothing_that_the_user_did() {
    JsonNode claim = claim("usr1");
    raw.clock.advance(Duration.ofHours(47));
    raw.forgetToken();
    raw.done("/card/code/consume", "{\"code\": \"" + claim.path("code").asText() + "\"}");
    raw.clock.advance(Duration.ofHours(2));
    raw.forgetToken();

    assertThat(raw.errcode(SEND, message(claim.path("openid").asText()))).isEqualTo(45015);
  }

  @Test
  void who_did_nothing_yet_is_written_to_like_a_new_follower() {
    follow("oA");
    raw.done(SEND, message("oA"));
    raw.clock.advance(Duration.ofHours(49));
    raw.forgetToken();

    assertThat(raw.errcode(SEND, message("oA"))).isEqualTo(45015);
  }

  @ParameterizedTest
  @ValueSource(strings = {SEND, PREVIEW})
  void a_card_ext_is_a_json_text_signed_with_the_ticket_of_now(String path) {
    follow("oA");
    assertThat(raw.errcode(path, signed(ext("ticket")))).isEqualTo(40080);
    String ticket =
        raw.get("/cgi-bin/ticket/getticket?type=wx_card&access_token=" + raw.token())
            .path("ticket")
            .asText();

    raw.done(path, signed(ext(ticket)));
    assertThat(raw.errcode(path, signed(ext("another")))).isEqualTo(40080);
    ObjectNode ext = ext(ticket);
    assertThat(raw.errcode(path, signed(ext.deepCopy().put("timestamp", "1")))).isEqualTo(40080);
    assertThat(raw.errcode(path, signed(ext.deepCopy().without("timestamp")))).isEqualTo(40080);
    assertThat(raw.errcode(path, signed(ext.deepCopy().without("signature")))).isEqualTo(40080);
    assertThat(raw.errcode(path, with("card_ext", ext))).isEqualTo(40080);
    assertThat(raw.errcode(path, with("card_ext", Json.array().textNode("{")))).isEqualTo(40080);
    raw.clock.advance(Duration.ofHours(2));
    raw.forgetToken();
    assertThat(raw.errcode(path, signed(ext))).isEqualTo(40080);
  }

  private ObjectNode ext(String ticket) {
    return new CardExtSignature(ticket, cardId, "", "oA", "1790000000", "n").cardExt("", "12b");
  }

  private String signed(JsonNode ext) {
    return with("card_ext", Json.array().textNode(Json.write(ext)));
  }

  private String with(String name, JsonNode value) {
    ObjectNode message = (ObjectNode) Definitions.json(message("oA"));
    message.withObject("/wxcard").set(name, value);
    return Json.write(message);
  }

  private void follow(String openid) {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"" + openid + "\"]}");
  }

  private JsonNode claim(String name) {
    raw.done("/card/testwhitelist/set", "{\"username\": [\"" + name + "\"]}");
    JsonNode claim = raw.scan(raw.ticket(cardId), name);
    assertThat(claim.path("errcode").asInt()).isZero();
    return claim;
  }

  private String message(String openid) {
    return "{\"touser\":\"%s\",\"msgtype\":\"wxcard\",\"wxcard\":{\"card_id\":\"%s\"}}"
        .formatted(openid, cardId);
  }
}
