package io.github.wxcard.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How much of a large set of tests a run takes: a sample that is the same every time, unless {@code
 * -Dwxcard.seed=N} asks for another one or {@code -Dwxcard.full=true} for all of them.
 */
final class Sampling {
  private static final boolean FULL = Boolean.getBoolean("wxcard.full");
  private static final long SEED = Long.getLong("wxcard.seed", 20261125);

  private Sampling() {}

  /**
   * A sample.
   *
   * @param which samples of the same set differ by it
   */
  static <T> List<T> of(List<T> all, int size, int which) {
    if (FULL || all.size() <= size) {
      return all;
    }
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, new Random(SEED + which));
    return mixed.subList(0, size);
  }

  /** What was taken, for people. */
  static String words() {
    return FULL ? "--full" : "seed " + SEED;
  }
}
