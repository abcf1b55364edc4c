package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

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
final class SandboxApproveCommand extends SandboxReviewCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    ObjectNode reviewed = reviewed();
    sandbox.post("/sandbox/approve", reviewed);
    return decided(reviewed);
  }
}
