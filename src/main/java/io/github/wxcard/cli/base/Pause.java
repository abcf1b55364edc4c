package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Duration;

/** The wait between two looks at something that changes by itself. */
public final class Pause {
  private Pause() {}

  /**
   * Waits; a {@link Failure} of kind interrupted when somebody ends that.
   *
   * @param doing what is interrupted, as in {@code "following the journal"}
   */
  public static void of(Duration time, String doing) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while " + doing, null);
    }
  }
}
