package io.github.wxcard.repl;

import java.util.List;

/** Knows the commands and their options, and so what may follow on a line. */
@FunctionalInterface
public interface Grammar {
  /**
   * Tells what fits next.
   *
   * @param before the finished words of the line
   * @param beginning what has been typed of the next one, perhaps nothing
   */
  Expected after(List<String> before, String beginning);
}
