package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.PushAcceptance;
import io.github.wxcard.event.UnexpectedText;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Excerpt;
import java.util.Optional;

/** What a merchant's server answered, in a few words or as JSON. */
final class DeliverySummary {
  private static final int QUOTED = 80;

  private DeliverySummary() {}

  /** As in {@code "200 success in 3 ms"}. */
  static String of(PushDelivery delivery) {
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

  /** What keeps an answer from being {@code success}, where it is one but for that. */
  static Optional<String> spoiltBy(PushDelivery delivery) {
    return delivery.accepted()
        ? Optional.empty()
        : UnexpectedText.of(delivery.answer().strip(), PushAcceptance.SUCCESS).stream()
            .reduce((all, each) -> all + ", " + each);
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
}
