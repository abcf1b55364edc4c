package io.github.wxcard.repl;

import java.util.List;

/** Knows the commands and their options, and the values of the account. */
@FunctionalInterface
public interface CompletionSource {
  /**
   * Tells what fits next.
   *
   * @param before the finished words of the line
   * @param beginning what has been typed of the next one, perhaps nothing
   */
  Completions after(List<String> before, String beginning);

  /**
   * The account's values of one kind; it answers soon or not at all, and never fails.
   *
   * @param seen what earlier results said, such as whose cards may be looked at
   */
  default List<String> values(ValueKind kind, ResultVariables seen) {
    return List.of();
  }
}
