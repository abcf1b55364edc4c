package io.github.wxcard.client;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long things may take: one request, and all of them together. */
final class TimeBudget {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
  private static final Duration LONGEST_RESERVE = Duration.ofSeconds(5);

  /** Four times the longest reserve; dividing takes long for what every call asks. */
  private static final Duration PLENTY = Duration.ofSeconds(20);

  private final Clock clock;
  private final ClientOptions options;

  TimeBudget(Clock clock, ClientOptions options) {
    this.clock = clock;
    this.options = options;
  }

  /**
   * What is left for one more request; a call that may need a look afterwards leaves time for it.
   */
  Duration forCall(ApiCall call) {
    Duration left = left();
    if (left.isNegative() || left.isZero()) {
      throw outOfTime(call);
    }
    Duration usable = call.looksAfterwards() ? left.minus(reserve(left)) : left;
    return shorter(options.callLimit(), usable);
  }

  Duration longest() {
    return shorter(options.callLimit(), left());
  }

  /**
   * Waits before another try, longer each time and never in step; false when time does not allow.
   */
  boolean rest(int tries, RandomGenerator random) {
    long most = FIRST_PAUSE.toMillis() << (tries - 1);
    Duration pause = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    if (pause.compareTo(left()) >= 0) {
      return false;
    }
    try {
      options.pause().rest(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while waiting to try again", null);
    }
  }

  private Duration left() {
    return options
        .deadline()
        .map(end -> Duration.between(clock.instant(), end))
        .orElse(Duration.ofDays(1));
  }

  private static Duration reserve(Duration left) {
    return left.compareTo(PLENTY) < 0 ? left.dividedBy(4) : LONGEST_RESERVE;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static CallFailedException outOfTime(ApiCall call) {
    return new CallFailedException(
        CallFailedException.RetryDecision.FINAL,
        Failure.of(
                FailureKind.NETWORK,
                call.name() + " was not sent: the command's time limit is used up",
                "Allow more time with --timeout.")
            .retryable(true));
  }
}
