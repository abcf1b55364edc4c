package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;

/** The colours a card may have: definitions give the name, answers the value. */
public final class CardColors {
  private CardColors() {}

  /** {@code GET /card/getcolors}. */
  public static ObjectNode all(Transaction tx, CallInput input) {
    ArrayNode colors = Json.array();
    CardSchema.standard()
        .colors()
        .forEach((name, value) -> colors.addObject().put("name", name).put("value", value));
    return Json.object().set("colors", colors);
  }

  /** The value of a name; the name itself when it is none. */
  static String value(String name) {
    return CardSchema.standard().colors().getOrDefault(name, name);
  }
}
