package io.github.wxcard.cli.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.event.CallbackQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How old a push may be.
 *
 * @param most zero for any age: no limit is documented
 */
record Freshness(Clock clock, Duration most) {
  /** Refuses a request that was signed too long ago, or is dated after now. */
  void check(CallbackQuery query) {
    Instant now = clock.instant();
    Duration age = Duration.between(query.signedAt(now), now);
    // Timestamps are whole seconds.
    if (!most.isZero() && Duration.ofSeconds(age.toSeconds()).compareTo(most) > 0) {
      throw Failure.of(
          Kind.REFUSED,
          "the timestamp " + query.value("timestamp") + " is " + age.toSeconds() + " s old",
          "Compare the clocks, or allow more with --max-age.");
    }
  }
}
