package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A code in the sandbox after somebody did something with it. */
record HeldCode(String cardId, String code, String openid, String status) implements Result {
  static HeldCode of(JsonNode answer) {
    return new HeldCode(
        answer.path("card_id").asText(),
        answer.path("code").asText(),
        answer.path("openid").asText(),
        answer.path("user_card_status").asText());
  }

  @Override
  public JsonNode json() {
    return Json.object()
        .put("card_id", cardId)
        .put("code", code)
        .put("openid", openid)
        .put("user_card_status", status);
  }

  @Override
  public void text(Page page) {
    page.line(String.join(" ", cardId, code, openid, status));
  }
}
