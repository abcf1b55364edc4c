package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A cell of a card that was switched on or off; the body that said so is the result. */
record Switched(ObjectNode body) implements Result {
  /** {@code {"card_id","is_open"}}; a USAGE failure unless exactly one of the two is chosen. */
  static Switched of(String cardId, boolean on, boolean off) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    if (on == off) {
      throw Failure.of(
          Kind.USAGE, "say whether the cell is to be on or off", "Use either --on or --off.");
    }
    return new Switched(Json.object().put("card_id", cardId).put("is_open", on));
  }

  boolean isOpen() {
    return body.path("is_open").asBoolean();
  }

  @Override
  public JsonNode json() {
    return body;
  }

  @Override
  public void text(Page page) {
    page.line(body.path("card_id").asText() + (isOpen() ? " on" : " off"));
  }
}
