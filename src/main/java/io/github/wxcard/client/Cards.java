package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;

/** Card definitions. */
public final class Cards {
  private static final String HOW_TO_LOOK =
      "The card may have been created. Look before you repeat: the console lists the newest cards"
          + " first, and POST /card/batchget {\"offset\":0,\"count\":10} lists card ids.";

  private final Api api;

  Cards(Api api) {
    this.api = api;
  }

  /**
   * {@code POST /card/create}: creates a card and returns its card_id. Never sent twice.
   *
   * @param definition the whole body, {@code {"card":{…}}}
   */
  public String create(JsonNode definition) {
    Call call =
        Call.post("/card/create", definition, Repeat.NEVER)
            .whenUncertain(failure -> failure.fix(HOW_TO_LOOK).retryable(false));
    return api.call(call).text("/card_id");
  }

  /** {@code POST /card/get}: the answer's {@code card} object. */
  public JsonNode get(String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    return api.call(Call.post("/card/get", body, Repeat.FREELY)).tree().path("card");
  }

  /** {@code POST /card/delete}: QR codes stop working, codes in users' hands stay good. */
  public void delete(String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    api.call(Call.post("/card/delete", body, Repeat.NEVER));
  }
}
