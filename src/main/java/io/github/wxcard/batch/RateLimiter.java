package io.github.wxcard.batch;

import io.github.wxcard.client.ClientOptions.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket that holds one token: calls leave evenly, and never more than the rate allows. */
final class RateLimiter {
  private final Rate rate;
  private final Clock clock;
  private final Pause pause;
  private Instant next = Instant.MIN;

  RateLimiter(Rate rate, Clock clock, Pause pause) {
    this.rate = rate;
    this.clock = clock;
    this.pause = pause;
  }

  /** Waits for the next call's turn. */
  void take() throws InterruptedException {
    if (!rate.interval().isZero()) {
      Duration wait = reserve();
      if (!wait.isZero()) {
        pause.rest(wait);
      }
    }
  }

  private synchronized Duration reserve() {
    Instant now = clock.instant();
    Instant turn = next.isAfter(now) ? next : now;
    next = turn.plus(rate.interval());
    return Duration.between(now, turn);
  }
}
