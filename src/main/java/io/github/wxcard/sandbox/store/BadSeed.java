package io.github.wxcard.sandbox.store;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;

/** What is wrong with a seed, and where. */
final class BadSeed {
  private static final String FIX =
      "Correct it; `wxcard sandbox export` shows how a whole state is written.";

  private BadSeed() {}

  static Failure of(String what) {
    return Failure.of(Kind.INPUT, "the seed: " + what, FIX);
  }

  /**
   * @param row counted from 1
   */
  static Failure at(String table, int row, String what) {
    return of("table " + table + ", row " + row + ": " + what);
  }
}
