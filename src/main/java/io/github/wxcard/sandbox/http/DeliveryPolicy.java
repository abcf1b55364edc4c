package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.EventKind;
import java.time.Duration;

/**
 * How often events are delivered, and how long an answer may take.
 *
 * @param limit how long the merchant's server may take for its whole answer
 * @param between from the start of an attempt that failed to the next one
 * @param attempts how often an event is sent before it is given up, as far as its kind has no more
 * @param poll how often the outbox is looked at
 */
public record DeliveryPolicy(Duration limit, Duration between, int attempts, Duration poll) {
  /**
   * As WeChat does it: 5 seconds for an answer, and up to three repeats. Those of a claim it
   * spreads over minutes or a day; here they follow each other as quickly as any.
   */
  public static final DeliveryPolicy USUAL =
      new DeliveryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(5), 4, Duration.ofMillis(200));

  /** How much longer a claim is repeated than other events while nobody answers. */
  private static final int MORE_FOR_CLAIMS = 7;

  /**
   * How often an event is sent. WeChat repeats a claim three times when the answer is wrong, and
   * ten times when the server is down.
   *
   * @param answered whether an answer came to the last attempt
   */
  int attempts(String event, boolean answered) {
    boolean longer = !answered && EventKind.USER_GET_CARD.wireName().equals(event);
    return longer ? attempts + MORE_FOR_CLAIMS : attempts;
  }

  /** How long an event is spoken for once an attempt has begun; more than the attempt can take. */
  Duration lease() {
    return limit.multipliedBy(3);
  }
}
