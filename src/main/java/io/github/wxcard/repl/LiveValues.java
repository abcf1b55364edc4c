package io.github.wxcard.repl;

import java.util.List;

/** Asks the account for values that exist now; it answers soon or not at all, and never fails. */
@FunctionalInterface
public interface LiveValues {
  List<String> of(Value kind);
}
