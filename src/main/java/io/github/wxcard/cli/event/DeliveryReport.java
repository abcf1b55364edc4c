package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.PushAcceptance;
import io.github.wxcard.event.UnexpectedText;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.MessageMode;
import io.github.wxcard.text.Excerpt;
import java.util.List;
import java.util.Optional;

/** What became of a push: {@code {"event","attempts":[{status,ms,answer|error}],"accepted"}}. */
record DeliveryReport(String event, MessageMode mode, List<PushDelivery> attempts)
    implements Result {
  private static final int QUOTED = 80;

  /** What a server answered, as in {@code "200 success in 3 ms"}. */
  static String line(PushDelivery delivery) {
    if (!delivery.answered()) {
      return delivery.error();
    }
    String shown = Excerpt.of(delivery.answer().strip(), QUOTED);
    return delivery.status()
        + " "
        + (shown.isEmpty() ? "empty" : shown)
        + spoiltBy(delivery).map(each -> " (success with " + each + ")").orElse("")
        + " in "
        + delivery.ms()
        + " ms";
  }

  /** {@code {"status","ms","answer"}}, or {@code {"ms","error"}} when no answer came. */
  static ObjectNode json(PushDelivery delivery) {
    return delivery.answered()
        ? Json.object()
            .put("status", delivery.status())
            .put("ms", delivery.ms())
            .put("answer", delivery.answer())
        : Json.object().putNull("status").put("ms", delivery.ms()).put("error", delivery.error());
  }

  /** What keeps an answer from being {@code success}, where it is one but for that. */
  private static Optional<String> spoiltBy(PushDelivery delivery) {
    return delivery.accepted()
        ? Optional.empty()
        : UnexpectedText.of(delivery.answer().strip(), PushAcceptance.SUCCESS).stream()
            .reduce((all, each) -> all + ", " + each);
  }

  boolean accepted() {
    return attempts.get(attempts.size() - 1).accepted();
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object().put("event", event);
    ArrayNode list = document.putArray("attempts");
    attempts.forEach(attempt -> list.add(json(attempt)));
    return document.put("accepted", accepted());
  }

  /** The last attempt: the others were told of when they failed. */
  @Override
  public void text(Page page) {
    page.line(line(attempts.get(attempts.size() - 1)));
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
                spoiltBy(attempts.get(attempts.size() - 1))
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
