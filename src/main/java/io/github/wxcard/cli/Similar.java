package io.github.wxcard.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Finds what a mistyped name may have meant. */
final class Similar {
  private static final int FEW_SLIPS = 2;

  private Similar() {}

  /** The known names that the word begins, goes beyond, or misses by a letter or two. */
  static List<String> to(String word, Collection<String> known) {
    if (word.isEmpty()) {
      return List.of();
    }
    return known.stream()
        .filter(
            name ->
                name.startsWith(word) || word.startsWith(name) || distance(name, word) <= FEW_SLIPS)
        .distinct()
        .toList();
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
