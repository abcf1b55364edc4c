package io.github.wxcard.client;

import io.github.wxcard.event.PushAcceptance;

/**
 * What became of a message that was sent to a merchant's server.
 *
 * @param status of HTTP; 0 when no answer came
 * @param ms how long it took
 * @param answer the answer's text
 * @param error why no answer came; empty when one did
 */
public record PushDelivery(int status, long ms, String answer, String error) {
  static PushDelivery without(String error, long ms) {
    return new PushDelivery(0, ms, "", error);
  }

  /** Whether an answer came, whatever it says. */
  public boolean answered() {
    return status != 0;
  }

  /** Whether WeChat would not send it again. */
  public boolean accepted() {
    return PushAcceptance.accepts(status, answer);
  }
}
