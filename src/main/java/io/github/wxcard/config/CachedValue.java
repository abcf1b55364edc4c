package io.github.wxcard.config;

import java.time.Duration;
import java.time.Instant;

/**
 * A token or ticket with its lifetime.
 *
 * @param kind how a token was asked for, {@code stable} or {@code classic}; empty for tickets
 * @param fetchedAt tells the whole lifetime, on which the margin before expiry depends
 */
public record CachedValue(String value, String kind, Instant fetchedAt, Instant expiresAt) {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Whether it may still be handed out: not in its last minutes, nor under a clock set back. */
  public boolean fresh(Instant now) {
    return now.isBefore(reusableUntil()) && !now.isBefore(fetchedAt.minus(MARGIN));
  }

  /** Five minutes before expiry, but never more than a quarter of the lifetime before it. */
  private Instant reusableUntil() {
    Duration quarter = Duration.between(fetchedAt, expiresAt).dividedBy(4);
    return expiresAt.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
  }

  /** Without the value: it opens the account. */
  @Override
  public String toString() {
    return "CachedValue[" + kind + " until " + expiresAt + "]";
  }
}
