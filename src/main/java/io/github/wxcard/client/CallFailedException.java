package io.github.wxcard.client;

import io.github.wxcard.error.Failure;

/** Why one try did not succeed, with what the retry rules need to know about it. */
final class CallFailedException extends RuntimeException {
  /** What became of the request. */
  enum RetryDecision {
    /** It never left: sending it again does no harm, whatever it is. */
    UNSENT,
    /** It never left, and another try would end the same way. */
    UNSENT_FOR_GOOD,
    /** Nobody knows whether it was carried out, and a moment later it may succeed. */
    UNCERTAIN,
    /** Nobody knows whether it was carried out, but repeating would end the same way. */
    UNCERTAIN_FOR_GOOD,
    /** It was refused for the moment: nothing was done, and a moment later it may succeed. */
    REFUSED_FOR_NOW,
    /** It was refused because of its token; nothing was done. */
    TOKEN_REFUSED,
    /** It was answered, or can never be sent; repeating gives the same. */
    FINAL
  }

  private final transient Failure failure;
  private final RetryDecision decision;

  CallFailedException(RetryDecision decision, Failure failure) {
    super(failure.getMessage(), failure);
    this.decision = decision;
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  boolean tokenRefused() {
    return decision == RetryDecision.TOKEN_REFUSED;
  }

  boolean uncertain() {
    return decision == RetryDecision.UNCERTAIN || decision == RetryDecision.UNCERTAIN_FOR_GOOD;
  }

  boolean worthRepeating(Idempotency idempotency) {
    return decision == RetryDecision.UNSENT
        || decision == RetryDecision.REFUSED_FOR_NOW
        || (decision == RetryDecision.UNCERTAIN && idempotency == Idempotency.IDEMPOTENT);
  }
}
