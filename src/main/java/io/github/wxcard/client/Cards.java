package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Card definitions. */
public final class Cards {
  private static final String HOW_TO_LOOK =
      "The card may have been created. Look before you repeat: the console lists the newest cards"
          + " first, and `wxcard card list` lists card ids.";

  /** The most that one page takes. */
  public static final int LARGEST_PAGE = 50;

  private final ApiClient api;

  /**
   * Some of the account's cards.
   *
   * @param total how many the account has, whatever was asked for; negative when not told
   */
  public record CardPage(List<String> cardIds, int total) {
    public CardPage {
      cardIds = List.copyOf(cardIds);
    }
  }

  Cards(ApiClient api) {
    this.api = api;
  }

  /**
   * {@code POST /card/create}: creates a card and returns its card_id. Never sent twice.
   *
   * @param definition the whole body, {@code {"card":{…}}}
   */
  public String create(JsonNode definition) {
    ApiCall call =
        ApiCall.post("/card/create", definition, Idempotency.NOT_IDEMPOTENT)
            .whenUncertain(failure -> failure.fix(HOW_TO_LOOK).retryable(false));
    return api.call(call).text("card_id");
  }

  /** {@code POST /card/get}: the answer's {@code card} object. */
  public JsonNode get(String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    return api.call(ApiCall.post("/card/get", body, Idempotency.IDEMPOTENT)).tree().path("card");
  }

  /**
   * {@code POST /card/batchget}: one page of card ids.
   *
   * @param statuses CARD_STATUS_… names; none lists whatever WeChat lists then
   * @param count at most {@link #LARGEST_PAGE}
   */
  public CardPage page(Collection<String> statuses, int offset, int count) {
    ObjectNode body = Json.object().put("offset", offset).put("count", count);
    if (!statuses.isEmpty()) {
      statuses.forEach(body.putArray("status_list")::add);
    }
    JsonNode tree = api.call(ApiCall.post("/card/batchget", body, Idempotency.IDEMPOTENT)).tree();
    List<String> ids = new ArrayList<>();
    tree.path("card_id_list").forEach(id -> ids.add(id.asText()));
    return new CardPage(ids, tree.path("total_num").asInt(-1));
  }

  /**
   * {@code POST /card/update}: whether the change sent the card back to review. Never sent twice,
   * because a second answer would speak of a change that was made already.
   *
   * @param body {@code {"card_id","groupon":{…}}}
   */
  public boolean update(ObjectNode body) {
    ApiCall call =
        ApiCall.post("/card/update", body, Idempotency.NOT_IDEMPOTENT)
            .whenUncertain(failure -> look(failure, "The card", body.path("card_id").asText()));
    return api.call(call).tree().path("send_check").asBoolean();
  }

  /**
   * {@code POST /card/modifystock}: adds to the stock or takes from it. Never sent twice.
   *
   * @param change how many more; negative for fewer
   */
  public void changeStock(String cardId, long change) {
    String name = change < 0 ? "reduce_stock_value" : "increase_stock_value";
    JsonNode body = Json.object().put("card_id", cardId).put(name, Math.abs(change));
    api.call(
        ApiCall.post("/card/modifystock", body, Idempotency.NOT_IDEMPOTENT)
            .whenUncertain(failure -> look(failure, "The stock", cardId)));
  }

  private static Failure look(Failure failure, String what, String cardId) {
    return failure
        .fix(
            what
                + " may have been changed. Look before you repeat: `wxcard card get "
                + cardId
                + "`.")
        .retryable(false);
  }

  /**
   * {@code POST /card/delete}: QR codes stop working, codes in users' hands stay good. Never sent
   * twice, because a second answer would speak of a card that is gone.
   */
  public void delete(String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    api.call(
        ApiCall.post("/card/delete", body, Idempotency.NOT_IDEMPOTENT)
            .whenUncertain(
                failure ->
                    failure
                        .fix(
                            "The card may be deleted. Look before you repeat: `wxcard card get "
                                + cardId
                                + "`.")
                        .retryable(false)));
  }
}
