package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.MessageMode;
import java.util.List;
import java.util.Optional;

/** What became of a push: {@code {"event","attempts":[{status,ms,answer|error}],"accepted"}}. */
record DeliveryReport(String event, MessageMode mode, List<PushDelivery> attempts)
    implements Result {
  boolean accepted() {
    return attempts.get(attempts.size() - 1).accepted();
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object().put("event", event);
    ArrayNode list = document.putArray("attempts");
    attempts.forEach(attempt -> list.add(DeliverySummary.json(attempt)));
    return document.put("accepted", accepted());
  }

  /** The last attempt: the others were told of when they failed. */
  @Override
  public void text(Page page) {
    page.line(DeliverySummary.of(attempts.get(attempts.size() - 1)));
  }

  @Override
  public Optional<Failure> failure() {
    if (accepted()) {
      return Optional.empty();
    }
    String often = attempts.size() == 1 ? "once" : attempts.size() + " times";
    return Optional.of(
        attempts.stream().anyMatch(PushDelivery::answered)
            ? Failure.of(
                FailureKind.REFUSED,
                event + " was sent " + often + " and never accepted",
                DeliverySummary.spoiltBy(attempts.get(attempts.size() - 1))
                        .map(each -> "The last answer was success with " + each + ". ")
                        .orElse("")
                    + "The server must answer status 200 and `success`, or nothing, within 5"
                    + " seconds."
                    + (mode.encrypts()
                        ? ""
                        : " One that has an EncodingAESKey may want --encrypted."))
            : Failure.of(
                    FailureKind.NETWORK,
                    event + " was sent " + often + " and nobody answered",
                    "Check that the server runs at that address.")
                .retryable(true));
  }
}
