package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes how many of a card can still be claimed. */
@Command(
    name = "stock",
    description = "Add to the stock of a card, or take from it.",
    footer = {
      "",
      "The call is sent once: when its answer is lost, look at the stock with `wxcard card get`",
      "before repeating it. A card with imported codes needs them imported first.",
      "",
      "Examples:",
      "  wxcard card stock pFS7Fjg8kV1IdDz01r4SQwMkuCKc --add 500",
      "  wxcard card stock pFS7Fjg8kV1IdDz01r4SQwMkuCKc --reduce 20"
    })
final class CardStockCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(names = "--add", paramLabel = "N", description = "So many more can be claimed.")
  Long add;

  @Option(names = "--reduce", paramLabel = "N", description = "So many fewer can be claimed.")
  Long reduce;

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    if ((add == null) == (reduce == null)) {
      throw Failure.of(
          FailureKind.USAGE, "say what to do with the stock", "Use either --add N or --reduce N.");
    }
    String option = add != null ? "--add" : "--reduce";
    long amount = add != null ? add : reduce;
    if (amount < 1) {
      throw Failure.of(FailureKind.USAGE, option + " is " + amount, "Use 1 or more.");
    }
    String name = add != null ? "increase_stock_value" : "reduce_stock_value";
    ObjectNode body = Json.object().put("card_id", cardId).put(name, amount);
    weChat.postOnce(
        "/card/modifystock",
        body,
        "The stock may have been changed. Look before you repeat: `wxcard card get "
            + cardId
            + "`.");
    return Document.of(body, cardId + (add != null ? " +" : " -") + amount);
  }
}
