package io.github.wxcard.trust;

import java.time.Duration;

/**
 * What an input may cost. All that is allocated counts, garbage too, which is stricter than what is
 * held at one time.
 */
record Bounds(FuzzTarget target) {
  private static final long SPARE = 32L << 20;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Hands an input over, and gives back how many milliseconds it took. */
  long take(byte[] input) throws Exception {
    long before = target.allocated();
    long start = System.nanoTime();
    target.take(input);
    long millis = (System.nanoTime() - start) / 1_000_000;
    long allocated = target.allocated() - before;
    if (allocated > SPARE + 10L * input.length) {
      throw new AssertionError(
          "%,d bytes allocated for an input of %,d".formatted(allocated, input.length));
    }
    if (millis > LONGEST.toMillis()) {
      throw new AssertionError("%,d ms for %,d bytes".formatted(millis, input.length));
    }
    return millis;
  }
}
