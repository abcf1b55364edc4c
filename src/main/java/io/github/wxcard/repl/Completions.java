package io.github.wxcard.repl;

import java.util.List;
import java.util.Set;

/** What may be typed next at one place of a line: certain words, and values of certain kinds. */
public record Completions(List<Item> words, Set<ValueKind> values) {
  public static final Completions NOTHING = new Completions(List.of(), Set.of());

  /**
   * A word.
   *
   * @param description a few words shown beside it; may be empty
   */
  public record Item(String value, String description) {}
}
