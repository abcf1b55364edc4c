package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Plays the reviewer who approves a card or a sub-merchant. */
@Command(
    name = "approve",
    description = {
      "Approve a card, so that everybody can claim it and not testers alone;",
      "or a sub-merchant, so that cards can be issued for it."
    },
    footer = {
      "",
      "The event card_pass_check or card_merchant_check_result tells it.",
      "",
      "Example:",
      "  wxcard sandbox approve pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class SandboxApproveCommand extends SandboxVerb {
  @Parameters(
      paramLabel = "CARD_ID|MERCHANT_ID",
      description = "The card, or the sub-merchant's number.")
  String id;

  @Override
  ReviewedItem call(SandboxApi sandbox) {
    ReviewedItem reviewed = ReviewedItem.named(id);
    sandbox.post("/sandbox/approve", reviewed.id());
    return reviewed;
  }
}
