package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A decision on a card or a sub-merchant. */
abstract class SandboxReviewCommand extends SandboxApiCommand {
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
}
