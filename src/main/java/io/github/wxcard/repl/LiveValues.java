package io.github.wxcard.repl;

import java.util.List;

/** Asks the account for values that exist now; it answers soon or not at all, and never fails. */
@FunctionalInterface
public interface LiveValues {
  /**
   * Values of one kind.
   *
   * @param seen what earlier results said, such as whose cards may be looked at
   */
  List<String> of(Value kind, Remembered seen);
}
