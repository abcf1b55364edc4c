package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the reviewer who rejects a card or a sub-merchant. */
@Command(
    name = "reject",
    description = {
      "Reject a card, so that nobody can claim it, testers included;",
      "or a sub-merchant, so that no card can be issued for it."
    },
    footer = {
      "",
      "Example:",
      "  wxcard sandbox reject pFS7Fjg8kV1IdDz01r4SQwMkuCKc --reason 'logo too small'"
    })
final class SandboxRejectCommand extends SandboxReviewCommand {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; the event card_not_pass_check or card_merchant_check_result tells it.")
  String reason;

  @Override
  CommandResult call(SandboxApi sandbox) {
    ObjectNode reviewed = reviewed();
    ArgumentChecks.notBlank("--reason", reason);
    sandbox.post("/sandbox/reject", reviewed.deepCopy().put("reason", reason));
    return decided(reviewed);
  }
}
