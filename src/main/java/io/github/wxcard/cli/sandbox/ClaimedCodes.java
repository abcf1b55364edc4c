package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user has just received of a card.
 *
 * @param codes one, or several that were claimed at once
 */
record ClaimedCodes(String cardId, List<String> codes, String openid) implements Result {
  static ClaimedCodes of(JsonNode answer) {
    List<String> codes = new ArrayList<>();
    answer.path("codes").forEach(code -> codes.add(code.asText()));
    return new ClaimedCodes(
        answer.path("card_id").asText(),
        codes.isEmpty() ? List.of(answer.path("code").asText()) : codes,
        answer.path("openid").asText());
  }

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("card_id", cardId).put("code", codes.get(0)).put("openid", openid);
    if (codes.size() > 1) {
      codes.forEach(json.putArray("codes")::add);
    }
    return json;
  }

  @Override
  public void text(Page page) {
    codes.forEach(code -> page.line(cardId + " " + code + " " + openid));
  }
}
