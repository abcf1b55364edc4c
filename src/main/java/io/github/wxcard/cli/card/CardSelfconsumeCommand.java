package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Switches the cell by which a holder redeems without the staff. */
@Command(
    name = "selfconsume",
    description = "Switch the cell by which a holder redeems without the staff on or off.",
    footer = {
      "",
      "It needs WeChat Pay and a card with shops (location_id_list or use_all_locations). The pay",
      "cell, the self-consume cell and the centre button exclude one another.",
      "",
      "Example:",
      "  wxcard card selfconsume pFS7Fjg8kV1IdDz01r4SQwMkuCKc --on --verify-code"
    })
final class CardSelfconsumeCommand extends CellCommand {
  @Option(
      names = "--verify-code",
      description = "Ask the holder for a verification code (need_verify_cod).")
  boolean verifyCode;

  @Option(
      names = "--remark-amount",
      description = "Ask the holder for the amount (need_remark_amount).")
  boolean remarkAmount;

  CardSelfconsumeCommand() {
    super("/card/selfconsumecell/set");
  }

  @Override
  void complete(ObjectNode body) {
    if (off && (verifyCode || remarkAmount)) {
      throw Failure.of(
          FailureKind.USAGE,
          "--verify-code and --remark-amount are about a cell that is on",
          "Use them with --on.");
    }
    if (verifyCode) {
      // The final e is missing at WeChat.
      body.put("need_verify_cod", true);
    }
    if (remarkAmount) {
      body.put("need_remark_amount", true);
    }
  }
}
