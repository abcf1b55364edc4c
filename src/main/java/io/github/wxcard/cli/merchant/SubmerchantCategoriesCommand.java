package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the trades a merchant can be in. */
@Command(
    name = "categories",
    description = "List the categories that a merchant can be in.",
    footer = {"", "Example:", "  wxcard submerchant categories"})
final class SubmerchantCategoriesCommand extends ApiCommand {
  private static final List<String> COLUMNS =
      List.of("primary_category_id", "primary", "secondary_category_id", "secondary");

  @Override
  public Rows call(WeChat weChat) {
    JsonNode answer = weChat.get("/card/getapplyprotocol", Map.of());
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode category : answer.path("category")) {
      for (JsonNode below : category.path("secondary_category")) {
        rows.add(row(category, below));
      }
    }
    return new Rows(Document.facts(answer).json(), COLUMNS, rows);
  }

  private static JsonNode row(JsonNode category, JsonNode below) {
    ObjectNode row = Json.object();
    row.set(COLUMNS.get(0), category.path(COLUMNS.get(0)));
    row.set(COLUMNS.get(1), category.path("category_name"));
    row.set(COLUMNS.get(2), below.path(COLUMNS.get(2)));
    row.set(COLUMNS.get(3), below.path("category_name"));
    return row;
  }
}
