package io.github.wxcard.cli.event;

import io.github.wxcard.client.PushDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends a message until it is accepted or has been sent often enough.
 *
 * @param between from the start of an attempt that failed to the next one
 * @param rest waits
 * @param notes is told of each attempt that is followed by another
 */
record RetryingSender(int most, Duration between, Consumer<Duration> rest, Consumer<String> notes) {
  /** All attempts, in order; only the last one may have been accepted. */
  List<PushDelivery> make(Supplier<PushDelivery> send) {
    List<PushDelivery> made = new ArrayList<>();
    while (true) {
      PushDelivery delivery = send.get();
      made.add(delivery);
      if (delivery.accepted() || made.size() == most) {
        return List.copyOf(made);
      }
      notes.accept("Not accepted: " + DeliveryReport.line(delivery) + "; sending it again.");
      Duration left = between.minusMillis(delivery.ms());
      if (!left.isNegative()) {
        rest.accept(left);
      }
    }
  }
}
