package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What users hold. */
public final class Users {
  private final ApiClient api;

  /** A card in a user's hands. */
  public record HeldCard(String code, String cardId) {}

  Users(ApiClient api) {
    this.api = api;
  }

  /**
   * {@code POST /card/user/getcardlist}: this account's cards in a user's hands.
   *
   * @param cardId null for all
   */
  public List<HeldCard> cards(String openid, String cardId) {
    ObjectNode body = Json.object().put("openid", openid);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    ApiResponse answer =
        api.call(ApiCall.post("/card/user/getcardlist", body, Idempotency.IDEMPOTENT));
    List<HeldCard> cards = new ArrayList<>();
    for (JsonNode card : answer.tree().path("card_list")) {
      cards.add(new HeldCard(card.path("code").asText(), card.path("card_id").asText()));
    }
    return cards;
  }
}
