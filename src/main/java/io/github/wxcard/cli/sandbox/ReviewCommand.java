package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A decision on a card or a sub-merchant. */
abstract class ReviewCommand extends SandboxApiCommand {
  private static final int LONGEST_NUMBER = 18;

  @Parameters(
      paramLabel = "CARD_ID|MERCHANT_ID",
      description = "The card, or the sub-merchant's number.")
  String id;

  /** {@code card_id} or {@code merchant_id}: digits are a sub-merchant's, no card's id is so. */
  ObjectNode reviewed() {
    if (id == null || id.isBlank()) {
      throw Failure.of(
          FailureKind.INPUT,
          "CARD_ID or MERCHANT_ID is empty",
          "Give the id that the call answered.");
    }
    boolean merchant =
        id.length() <= LONGEST_NUMBER && id.chars().allMatch(each -> each >= '0' && each <= '9');
    return merchant
        ? Json.object().put("merchant_id", Long.parseLong(id))
        : Json.object().put("card_id", id);
  }

  static Document decided(ObjectNode reviewed) {
    return new Document(reviewed, List.of(reviewed.iterator().next().asText()));
  }

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
  static final class SandboxApproveCommand extends ReviewCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      ObjectNode reviewed = reviewed();
      sandbox.post("/sandbox/approve", reviewed);
      return decided(reviewed);
    }
  }

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
  static final class SandboxRejectCommand extends ReviewCommand {
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
}
