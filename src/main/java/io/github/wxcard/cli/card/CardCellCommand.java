package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Switches a cell of a card on or off; the body that says so is the result. */
abstract class CardCellCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(names = "--on", description = "Show the cell.")
  boolean on;

  @Option(names = "--off", description = "Show it no longer.")
  boolean off;

  private final String path;

  CardCellCommand(String path) {
    this.path = path;
  }

  /** Adds to {@code {"card_id","is_open"}} what else is said of the cell. */
  void complete(ObjectNode body) {}

  @Override
  public final Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    if (on == off) {
      throw Failure.of(
          FailureKind.USAGE,
          "say whether the cell is to be on or off",
          "Use either --on or --off.");
    }
    ObjectNode body = Json.object().put("card_id", cardId).put("is_open", on);
    complete(body);
    weChat.post(path, body, Idempotency.IDEMPOTENT);
    return Document.of(body, cardId + (on ? " on" : " off"));
  }

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
  static final class CardPaycellCommand extends CardCellCommand {
    CardPaycellCommand() {
      super("/card/paycell/set");
    }
  }

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
  static final class CardSelfconsumeCommand extends CardCellCommand {
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
}
