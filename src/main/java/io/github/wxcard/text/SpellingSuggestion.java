package io.github.wxcard.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a person meant. */
public final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /** The known name nearest to what was written, if it is near enough to be a slip. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    return nearest(written, known, Math.max(1, (plain(written).length() + 1) / 3));
  }

  /** As {@link #nearest(String, Collection)}, with at most so many letters wrong. */
  public static Optional<String> nearest(String written, Collection<String> known, int slips) {
    String plain = plain(written);
    int best = slips + 1;
    String nearest = null;
    for (String name : known) {
      String other = plain(name);
      // Lengths that are too far apart need no look, however long a caller made them.
      int distance =
          Math.abs(plain.length() - other.length()) < best ? distance(plain, other) : best;
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  /** How many letters must be added, dropped or replaced. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
