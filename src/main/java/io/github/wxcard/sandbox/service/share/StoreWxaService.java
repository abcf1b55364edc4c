package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.Transaction;

/** Which card the mini program of a shop shows. Every shop exists here. */
public final class StoreWxaService {
  private static final String KIND = "store_card";

  private StoreWxaService() {}

  /** {@code POST /card/storewxa/set} with {@code poi_id} and {@code card_id}. */
  public static ObjectNode set(Transaction tx, CallInput input) {
    String shop = shop(input);
    String cardId = CardService.living(tx, input.need("card_id", 41012)).id();
    tx.documents().put(KIND, shop, Json.object().put("card_id", cardId), tx.now());
    return Json.object();
  }

  /** {@code POST /card/storewxa/get} with {@code poi_id}: the {@code card_id}. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    String shop = shop(input);
    return tx.documents()
        .find(KIND, shop)
        .orElseThrow(() -> new ApiException(40098, "no card was set for shop " + shop))
        .body();
  }

  private static String shop(CallInput input) {
    JsonNode id = input.body().path("poi_id");
    if (!input.body().hasNonNull("poi_id")) {
      throw CallInput.missing(input.body(), "poi_id", 40098);
    }
    if (!(id.isTextual() || id.isIntegralNumber()) || !id.asText().matches("[0-9]{1,20}")) {
      throw new ApiException(40098, "poi_id is not made of digits");
    }
    return id.asText();
  }
}
