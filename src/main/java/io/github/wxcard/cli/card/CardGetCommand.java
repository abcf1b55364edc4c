package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a card. */
@Command(
    name = "get",
    description = "Show a card: a summary, or with --json the whole of WeChat's card object.",
    footer = {
      "",
      "stock is what is left of all that there ever was. Times are Beijing's.",
      "",
      "Examples:",
      "  wxcard card get pFS7Fjg8kV1IdDz01r4SQwMkuCKc",
      "  wxcard card get pFS7Fjg8kV1IdDz01r4SQwMkuCKc --jq '.groupon.base_info.status'"
    })
final class CardGetCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  record Shown(JsonNode card) implements Result {
    @Override
    public JsonNode json() {
      return card;
    }

    @Override
    public void text(Page page) {
      page.table(Table.of(new CardFacts(card).summary()));
    }
  }

  @Override
  public Shown call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    return new Shown(weChat.card(cardId));
  }
}
