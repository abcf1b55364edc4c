package io.github.wxcard.client;

import io.github.wxcard.error.Failure;

/**
 * A request that must not be repeated has perhaps been carried out: its answer did not come, or
 * leaves that open. The caller looks, and then says what it found.
 */
public final class UncertainOutcomeException extends RuntimeException {
  private final transient Failure failure;

  UncertainOutcomeException(Failure failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  /** What went wrong, as far as it is known without a look. */
  public Failure failure() {
    return failure;
  }
}
