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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Switches a cell of a card on or off; the body that says so is the result. */
abstract class CellCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(names = "--on", description = "Show the cell.")
  boolean on;

  @Option(names = "--off", description = "Show it no longer.")
  boolean off;

  private final String path;

  CellCommand(String path) {
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
}
