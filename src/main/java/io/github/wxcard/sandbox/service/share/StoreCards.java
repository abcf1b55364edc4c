package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Missing;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.store.Tx;

/** Which card the mini program of a shop shows. Every shop exists here. */
public final class StoreCards {
  private static final String KIND = "store_card";
  private static final int INVALID_SHOP = 40098;

  private StoreCards() {}

  /** {@code POST /card/storewxa/set} with {@code poi_id} and {@code card_id}. */
  public static ObjectNode set(Tx tx, Input input) {
    String shop = shop(input);
    String cardId = Cards.living(tx, input.need("card_id", 41012)).id();
    tx.documents().put(KIND, shop, Json.object().put("card_id", cardId), tx.now());
    return Json.object();
  }

  /** {@code POST /card/storewxa/get} with {@code poi_id}: the {@code card_id}. */
  public static ObjectNode get(Tx tx, Input input) {
    String shop = shop(input);
    return tx.documents()
        .find(KIND, shop)
        .orElseThrow(() -> new Refusal(INVALID_SHOP, "no card was set for shop " + shop))
        .body();
  }

  private static String shop(Input input) {
    JsonNode id = input.body().path("poi_id");
    if (id.isMissingNode() || id.isNull()) {
      throw Missing.field(input.body(), "poi_id", INVALID_SHOP);
    }
    if (!(id.isTextual() || id.isIntegralNumber()) || !id.asText().matches("[0-9]{1,20}")) {
      throw new Refusal(INVALID_SHOP, "poi_id is not made of digits");
    }
    return id.asText();
  }
}
