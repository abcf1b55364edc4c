package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Required;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the reviewer who rejects a card. */
@Command(
    name = "reject",
    description = "Reject a card, so that nobody can claim it, testers included.",
    footer = {
      "",
      "Example:",
      "  wxcard sandbox reject pFS7Fjg8kV1IdDz01r4SQwMkuCKc --reason 'logo too small'"
    })
final class SandboxRejectCommand extends SandboxVerb<ReviewedCard> {
  @Parameters(paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; the event card_not_pass_check tells it.")
  String reason;

  @Override
  ReviewedCard call(SandboxApi sandbox) {
    Required.word("CARD_ID", cardId);
    Required.word("--reason", reason);
    sandbox.post("/sandbox/reject", Json.object().put("card_id", cardId).put("reason", reason));
    return new ReviewedCard(cardId);
  }
}
