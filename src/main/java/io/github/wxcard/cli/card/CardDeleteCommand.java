package io.github.wxcard.cli.card;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a card. */
@Command(
    name = "delete",
    description = "Delete a card: nobody can claim it any more. It cannot be undone.",
    footer = {
      "",
      "QR codes and links of the card stop working. Codes that people hold already stay valid and",
      "can be redeemed. A terminal is asked first; without one, --yes is needed.",
      "",
      "Example:",
      "  wxcard card delete pFS7Fjg8kV1IdDz01r4SQwMkuCKc --yes"
    })
final class CardDeleteCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    String where = weChat.target().isSandbox() ? "" : " of the account " + weChat.target().appId();
    Confirmation.demand(context, yes, "delete card " + cardId + where);
    weChat.deleteCard(cardId);
    if (!context.options().dryRun) {
      context.note("Deleted. Codes that people hold already stay valid and can be redeemed.");
    }
    return Document.line(Json.object().put("card_id", cardId), "card_id");
  }
}
