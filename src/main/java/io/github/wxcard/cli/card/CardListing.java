package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.List;

/** The forms in which cards are listed: by their ids or whole, together or one by one. */
final class CardListing {
  private CardListing() {}

  /** {@code {"card_id_list","total_num"}}. */
  record Ids(List<String> cardIds, int total) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      cardIds.forEach(json.putArray("card_id_list")::add);
      return total < 0 ? json : json.put("total_num", total);
    }

    @Override
    public void text(Page page) {
      cardIds.forEach(page::line);
    }
  }

  /** {@code {"cards"}}, each WeChat's card object and the table's columns. */
  record Cards(List<JsonNode> cards) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      cards.stream().map(card -> new CardFacts(card).json()).forEach(json.putArray("cards")::add);
      return json;
    }

    @Override
    public void text(Page page) {
      page.table(
          new Table(
              CardFacts.COLUMNS, cards.stream().map(card -> new CardFacts(card).row()).toList()));
    }
  }

  /** One line of {@code --lines}: {@code {"card_id"}}, or one of {@link Cards}. */
  record Line(JsonNode json) implements Result {
    static Line ofId(String cardId) {
      return new Line(Json.object().put("card_id", cardId));
    }

    @Override
    public void text(Page page) {
      page.jsonLine(json);
    }
  }
}
