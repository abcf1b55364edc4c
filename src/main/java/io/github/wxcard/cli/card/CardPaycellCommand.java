package io.github.wxcard.cli.card;

import picocli.CommandLine.Command;

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
final class CardPaycellCommand extends CellCommand {
  CardPaycellCommand() {
    super("/card/paycell/set");
  }
}
