package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.time.Duration;

/** Users and their phones, and how the merchant's side sees what they do. */
record Phone(RawSandbox raw) {
  /** Somebody does something with a code; fields in turn with their values. */
  JsonNode call(String verb, String code, String... fields) {
    ObjectNode body = Json.object().put("code", code);
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return raw.post("/sandbox/" + verb, Json.write(body));
  }

  /** The same, with success. */
  JsonNode done(String verb, String code, String... fields) {
    JsonNode answer = call(verb, code, fields);
    assertThat(answer.path("errcode").asInt(-1)).as("%s %s: %s", verb, code, answer).isZero();
    return answer;
  }

  /** The same, with the number of the refusal. */
  int errcode(String verb, String code, String... fields) {
    return call(verb, code, fields).path("errcode").asInt();
  }

  /** The status that the merchant is told, or the number of the refusal. */
  String status(JsonNode claim) {
    ObjectNode body = named(claim).put("check_consume", false);
    JsonNode answer = raw.call("/card/code/get", Json.write(body));
    return answer.path("user_card_status").asText(answer.path("errcode").asText());
  }

  /** How many codes the merchant finds in a wallet. */
  int wallet(String openid) {
    return raw.done("/card/user/getcardlist", RawSandbox.body("openid", openid))
        .path("card_list")
        .size();
  }

  /** Time goes by, so that the token must be asked for again. */
  void later(Duration time) {
    raw.clock.advance(time);
    raw.forgetToken();
  }

  /** A card with codes of the merchant's in somebody's hand. */
  JsonNode claimedMerchants(String code, String name) {
    String cardId = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    raw.approve(cardId);
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "%s"}}}
        """;
    JsonNode qr = raw.done("/card/qrcode/create", body.formatted(cardId, code));
    return raw.scan(qr.path("ticket").asText(), name);
  }

  static ObjectNode named(JsonNode claim) {
    return Json.object()
        .put("code", claim.path("code").asText())
        .put("card_id", claim.path("card_id").asText());
  }
}
