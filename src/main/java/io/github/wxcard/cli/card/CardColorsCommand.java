package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the colours that a card may have. */
@Command(
    name = "colors",
    description = "List the colours that a card may have: the name to send, and its value.",
    footer = {
      "",
      "base_info.color takes the name; `wxcard card get` shows the value.",
      "",
      "Example:",
      "  wxcard card colors"
    })
final class CardColorsCommand extends ApiCommand {
  record Colors(JsonNode list) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().set("colors", list);
    }

    @Override
    public void text(Page page) {
      List<List<String>> rows = new ArrayList<>();
      list.forEach(
          color -> rows.add(List.of(color.path("name").asText(), color.path("value").asText())));
      page.table(new Table(List.of("name", "value"), rows));
    }
  }

  @Override
  public Colors call(WeChat weChat) {
    return new Colors(weChat.get("/card/getcolors", Map.of()).path("colors"));
  }
}
