package io.github.wxcard.cli.card;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.client.Repeat;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Switches the cell by which a holder pays. */
@Command(
    name = "paycell",
    description = "Switch the cell by which a holder pays the bill on or off.",
    footer = {
      "",
      "It needs WeChat Pay and a card with shops (location_id_list or use_all_locations). The pay",
      "cell, the self-consume cell and the centre button exclude one another.",
      "",
      "Example:",
      "  wxcard card paycell pFS7Fjg8kV1IdDz01r4SQwMkuCKc --on"
    })
final class CardPaycellCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(names = "--on", description = "Show the cell.")
  boolean on;

  @Option(names = "--off", description = "Show it no longer.")
  boolean off;

  @Override
  public Switched call(WeChat weChat) {
    Switched wanted = Switched.of(cardId, on, off);
    weChat.post("/card/paycell/set", wanted.body(), Repeat.FREELY);
    return wanted;
  }
}
