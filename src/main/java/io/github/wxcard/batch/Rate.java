package io.github.wxcard.batch;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param interval from one time to the next
 */
public record Rate(Duration interval) {
  /** No limit at all. */
  public static final Rate UNLIMITED = new Rate(Duration.ZERO);

  /** So many times in a period. */
  public static Rate of(int times, Duration period) {
    return new Rate(period.dividedBy(times));
  }

  /** Said here, as the parser asks for it at every start and a record's own is slow to make. */
  @Override
  public String toString() {
    return "one every " + interval;
  }
}
