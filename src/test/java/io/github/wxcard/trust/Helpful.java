package io.github.wxcard.trust;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;

/** What a failure must say, whatever led to it. */
final class Helpful {
  private Helpful() {}

  /** It is no defect, and says what to do next. */
  static void check(Failure failure) {
    if (failure.kind() == FailureKind.INTERNAL
        || failure.getMessage().isBlank()
        || failure.fix().isEmpty()) {
      throw new AssertionError("no help: " + failure.json(), failure);
    }
  }
}
