package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Required;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Plays the reviewer who approves a card. */
@Command(
    name = "approve",
    description = "Approve a card, so that everybody can claim it and not testers alone.",
    footer = {"", "Example:", "  wxcard sandbox approve pFS7Fjg8kV1IdDz01r4SQwMkuCKc"})
final class SandboxApproveCommand extends SandboxVerb<ReviewedCard> {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Override
  ReviewedCard call(SandboxApi sandbox) {
    Required.word("CARD_ID", cardId);
    sandbox.post("/sandbox/approve", json(cardId));
    return new ReviewedCard(cardId);
  }

  private static JsonNode json(String cardId) {
    return Json.object().put("card_id", cardId);
  }
}
