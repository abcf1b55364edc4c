package io.github.wxcard.cli.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.event.CallbackQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a push's timestamp may be off.
 *
 * @param most empty for any distance: no limit is documented, and a sandbox's clock can be moved
 */
record Freshness(Clock clock, Optional<Duration> most) {
  /** Refuses a push that was signed too long ago, or too far ahead. */
  void check(CallbackQuery query) {
    Duration off = Duration.between(Instant.ofEpochSecond(query.seconds()), clock.instant()).abs();
    if (most.isPresent() && off.compareTo(most.get()) > 0) {
      throw Failure.of(
          Kind.REFUSED,
          "the timestamp " + query.value("timestamp") + " is " + off.toSeconds() + " s off",
          "Look at the clocks, or allow more with --max-age.");
    }
  }
}
