package io.github.wxcard.cli.card;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.client.Repeat;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class CardSelfconsumeCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(names = "--on", description = "Show the cell.")
  boolean on;

  @Option(names = "--off", description = "Show it no longer.")
  boolean off;

  @Option(
      names = "--verify-code",
      description = "Ask the holder for a verification code (need_verify_cod).")
  boolean verifyCode;

  @Option(
      names = "--remark-amount",
      description = "Ask the holder for the amount (need_remark_amount).")
  boolean remarkAmount;

  @Override
  public Switched call(WeChat weChat) {
    Switched wanted = Switched.of(cardId, on, off);
    if (off && (verifyCode || remarkAmount)) {
      throw Failure.of(
          Kind.USAGE,
          "--verify-code and --remark-amount are about a cell that is on",
          "Use them with --on.");
    }
    if (verifyCode) {
      // The final e is missing at WeChat.
      wanted.body().put("need_verify_cod", true);
    }
    if (remarkAmount) {
      wanted.body().put("need_remark_amount", true);
    }
    weChat.post("/card/selfconsumecell/set", wanted.body(), Repeat.FREELY);
    return wanted;
  }
}
