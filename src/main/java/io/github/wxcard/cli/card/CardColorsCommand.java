package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
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
  @Override
  public Rows call(WeChat weChat) {
    JsonNode colors = weChat.get("/card/getcolors", Map.of()).path("colors");
    return new Rows(Json.object().set("colors", colors), List.of("name", "value"), colors);
  }
}
