package io.github.wxcard.trust;

/**
 * What an input may cost: 32 MiB, and ten times its length each time it is handled. All that is
 * allocated counts, garbage too, which is stricter than what is held at one time.
 */
record Bounds(FuzzTarget target) {
  private static final long SPARE = 32L << 20;

  /** Jazzer's hooks allocate at every comparison. There the limit of the heap has to do. */
  private static final boolean COUNTED = System.getenv("JAZZER_FUZZ") == null;

  private static final long MOST_MILLIS = 5000;

  private record Cost(long bytes, long millis) {}

  /** Hands an input over, and gives back how many milliseconds it took. */
  long take(byte[] input) throws Exception {
    long most = COUNTED ? SPARE + 10L * target.times() * input.length : Long.MAX_VALUE;
    Cost cost = measured(input);
    if (cost.bytes() > most || cost.millis() > MOST_MILLIS) {
      // The first one to come this way pays for the loading of classes.
      cost = measured(input);
    }
    if (cost.bytes() > most) {
      throw new AssertionError(
          "%,d bytes allocated for an input of %,d".formatted(cost.bytes(), input.length));
    }
    if (cost.millis() > MOST_MILLIS) {
      throw new AssertionError("%,d ms for %,d bytes".formatted(cost.millis(), input.length));
    }
    return cost.millis();
  }

  private Cost measured(byte[] input) throws Exception {
    long before = target.allocated();
    long start = System.nanoTime();
    target.take(input);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Cost cost = new Cost(target.allocated() - before, millis);
    target.tidy(input);
    return cost;
  }
}
