package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A card that was decided on, as it is printed: {@code card_id}. */
record ReviewedCard(String cardId) implements Result {
  @Override
  public JsonNode json() {
    return Json.object().put("card_id", cardId);
  }

  @Override
  public void text(Page page) {
    page.line(cardId);
  }
}
