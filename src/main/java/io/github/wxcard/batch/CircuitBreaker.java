package io.github.wxcard.batch;

import io.github.wxcard.client.ClientOptions.Pause;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Lets calls leave, holds them until the next minute, or stops them for good. */
final class CircuitBreaker {
  private static final int SYSTEM_ERROR = -1;
  private static final int DAY_IS_USED_UP = 45009;
  private static final int MINUTE_IS_USED_UP = 45011;
  private static final int ADDRESS_NOT_LISTED = 45035;
  private static final int MAX_BROKEN = 10;
  private static final int MAX_MINUTES = 5;
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final Clock clock;
  private final Pause pause;
  private final Set<Integer> fatalErrcodes;
  private Instant heldUntil = Instant.MIN;
  private Failure reason;
  private int broken;
  private int minutes;

  /**
   * @param fatalErrcodes error codes after which no other call of this task can succeed
   */
  CircuitBreaker(Clock clock, Pause pause, Set<Integer> fatalErrcodes) {
    this.fatalErrcodes = new HashSet<>(fatalErrcodes);
    this.fatalErrcodes.add(ADDRESS_NOT_LISTED);
    this.clock = clock;
    this.pause = pause;
  }

  /** Error codes after which no other call can succeed, and which say nothing of the code sent. */
  Set<Integer> fatalErrcodes() {
    return fatalErrcodes;
  }

  /** Waits while calls are held; false when they are stopped. */
  boolean awaitPermission() throws InterruptedException {
    for (Duration left = left(); left.compareTo(Duration.ZERO) > 0; left = left()) {
      pause.rest(left.compareTo(GLANCE) < 0 ? left : GLANCE);
    }
    return !stopped();
  }

  synchronized boolean stopped() {
    return reason != null;
  }

  /** Why calls are stopped. */
  synchronized Optional<Failure> reason() {
    return Optional.ofNullable(reason);
  }

  /** Stops all calls; the first reason is the one that is told. */
  synchronized void stop(Failure why) {
    reason = reason == null ? why : reason;
  }

  /**
   * Learns how a call ended.
   *
   * @param failure empty when it succeeded
   * @return whether the call is worth sending again, once calls may leave
   */
  synchronized boolean record(Optional<Failure> failure) {
    int errcode = failure.flatMap(Failure::errcode).orElse(0);
    FailureKind kind = failure.map(Failure::kind).orElse(null);
    broken = kind == FailureKind.NETWORK || errcode == SYSTEM_ERROR ? broken + 1 : 0;
    if (errcode == MINUTE_IS_USED_UP) {
      return holdUntilNextMinute(failure.orElseThrow());
    }
    minutes = 0;
    if (kind == FailureKind.AUTH
        || errcode == DAY_IS_USED_UP
        || fatalErrcodes.contains(errcode)
        || broken >= MAX_BROKEN) {
      stop(failure.orElseThrow());
    }
    return false;
  }

  /** Calls that were under way together are refused together: that is one minute, not several. */
  private boolean holdUntilNextMinute(Failure refusal) {
    Instant now = clock.instant();
    if (!heldUntil.isAfter(now)) {
      minutes++;
      heldUntil = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }
    if (minutes > MAX_MINUTES) {
      stop(refusal);
    }
    return !stopped();
  }

  private synchronized Duration left() {
    return stopped() || heldUntil.equals(Instant.MIN)
        ? Duration.ZERO
        : Duration.between(clock.instant(), heldUntil);
  }
}
