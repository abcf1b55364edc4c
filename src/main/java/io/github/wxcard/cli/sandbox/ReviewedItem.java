package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A card or a sub-merchant that was decided on: {@code card_id} or {@code merchant_id}. */
record ReviewedItem(ObjectNode id) implements Result {
  private static final int LONGEST_NUMBER = 18;

  /** What an id names: digits are a sub-merchant's, which no card's id is made of. */
  static ReviewedItem named(String id) {
    if (id == null || id.isBlank()) {
      throw Failure.of(
          Kind.INPUT, "CARD_ID or MERCHANT_ID is empty", "Give the id that the call answered.");
    }
    boolean merchant =
        id.length() <= LONGEST_NUMBER && id.chars().allMatch(each -> each >= '0' && each <= '9');
    return new ReviewedItem(
        merchant
            ? Json.object().put("merchant_id", Long.parseLong(id))
            : Json.object().put("card_id", id));
  }

  @Override
  public JsonNode json() {
    return id;
  }

  @Override
  public void text(Page page) {
    id.forEach(value -> page.line(value.asText()));
  }
}
