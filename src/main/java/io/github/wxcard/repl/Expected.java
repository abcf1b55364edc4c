package io.github.wxcard.repl;

import java.util.List;
import java.util.Set;

/** What fits at one place of a command line: certain words, and values of certain kinds. */
public record Expected(List<Suggestion> words, Set<Value> values) {
  public static final Expected NOTHING = new Expected(List.of(), Set.of());
}
