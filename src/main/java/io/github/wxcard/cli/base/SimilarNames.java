package io.github.wxcard.cli.base;

import io.github.wxcard.text.SpellingSuggestion;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a mistyped name may have meant. */
public final class SimilarNames {
  private SimilarNames() {}

  /** The known names that the word begins or goes beyond, and the one it misses by a slip. */
  public static List<String> to(String word, Collection<String> known) {
    if (word.isEmpty()) {
      return List.of();
    }
    Stream<String> longerOrShorter =
        known.stream().filter(name -> name.startsWith(word) || word.startsWith(name));
    return Stream.concat(longerOrShorter, SpellingSuggestion.nearest(word, known).stream())
        .distinct()
        .toList();
  }
}
