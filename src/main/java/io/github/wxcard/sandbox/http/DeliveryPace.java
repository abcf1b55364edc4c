package io.github.wxcard.sandbox.http;

import java.time.Duration;

/**
 * How patiently events are delivered.
 *
 * @param limit how long the merchant's server may take for its whole answer
 * @param between from the start of an attempt that failed to the next one
 * @param attempts how often an event is sent before it is given up
 * @param poll how often the outbox is looked at
 */
public record DeliveryPace(Duration limit, Duration between, int attempts, Duration poll) {
  /** As WeChat does it: 5 seconds for an answer, and up to three repeats. */
  public static final DeliveryPace USUAL =
      new DeliveryPace(Duration.ofSeconds(5), Duration.ofSeconds(5), 4, Duration.ofMillis(200));

  /** How long an event is spoken for once an attempt has begun; more than the attempt can take. */
  Duration lease() {
    return limit.multipliedBy(3);
  }
}
