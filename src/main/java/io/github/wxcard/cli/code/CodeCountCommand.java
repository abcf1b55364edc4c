package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Counts imported codes. */
@Command(
    name = "count",
    description = "Count the codes that were imported for a card, handed out or not.",
    footer = {"", "Example:", "  wxcard code count pFS7Fjg8kV1IdDz01r4SQwMkuCKc"})
final class CodeCountCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card the codes are for.")
  String cardId;

  record Count(long count) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("count", count);
    }

    @Override
    public void text(Page page) {
      page.line(Long.toString(count));
    }
  }

  @Override
  public Count call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    return new Count(weChat.deposits().count(cardId));
  }
}
