package io.github.wxcard.batch;

import io.github.wxcard.client.ClientOptions.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket that holds one token: calls leave evenly, and never more than the rate allows. */
final class RateLimiter {
  private final Duration interval;
  private final Clock clock;
  private final Pause pause;
  private Instant next = Instant.MIN;

  /**
   * @param interval from one call to the next; zero for no limit
   */
  RateLimiter(Duration interval, Clock clock, Pause pause) {
    this.interval = interval;
    this.clock = clock;
    this.pause = pause;
  }

  /** Waits for the next call's turn. */
  void acquire() throws InterruptedException {
    if (!interval.isZero()) {
      Duration wait = reserve();
      if (!wait.isZero()) {
        pause.rest(wait);
      }
    }
  }

  private synchronized Duration reserve() {
    Instant now = clock.instant();
    Instant turn = next.isAfter(now) ? next : now;
    next = turn.plus(interval);
    return Duration.between(now, turn);
  }
}
