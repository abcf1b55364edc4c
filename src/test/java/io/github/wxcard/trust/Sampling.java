package io.github.wxcard.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much of a large set of tests a run takes: a sample that is the same every time, unless {@code
 * -Dwxcard.seed=N} asks for another one or {@code -Dwxcard.full=true} for all of them.
 */
final class Sampling {
  private Sampling() {}

  /**
   * A sample.
   *
   * @param which samples of the same set differ by it
   */
  static <T> List<T> of(List<T> all, int size, int which) {
    if (Trial.full() || all.size() <= size) {
      return all;
    }
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, Trial.random("sample " + which));
    return mixed.subList(0, size);
  }

  /** What was taken, for people. */
  static String words() {
    return Trial.full() ? "--full" : "seed " + Trial.seed();
  }
}
