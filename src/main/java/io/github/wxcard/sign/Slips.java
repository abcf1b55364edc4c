package io.github.wxcard.sign;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that any of the signatures may suffer from. */
final class Slips {
  private static final String SORT_FIX =
      "Sort the values as text, by their bytes: digits, capitals, underscore, small letters.";

  private static final Mistake MILLISECONDS =
      new Mistake(
          "milliseconds",
          "the timestamp was signed in milliseconds",
          "Sign whole seconds, the same that you pass on.",
          Slips::inMilliseconds);

  private static final Mistake SECONDS =
      Mistake.of(
          "seconds",
          "the timestamp was signed in seconds, while milliseconds are passed on",
          "Pass on and sign the same whole seconds.",
          draft -> draft.change("timestamp", Slips::toSeconds));

  private static final Mistake LINE_BREAK =
      new Mistake(
          "line-break",
          "a line break stood at the end of a value",
          "Drop the line break before signing; echo and text files add one.",
          draft ->
              draft.parts().stream().map(part -> draft.change(part.name(), value -> value + "\n")));

  private static final Mistake BLANKS =
      Mistake.of(
          "blanks",
          "the blanks around the values were dropped",
          "Pass on the values without blanks, exactly as they were signed.",
          draft ->
              draft.parts().stream()
                  .reduce(draft, (d, part) -> d.change(part.name(), String::strip), (a, b) -> b));

  /** Looks the same as leaving one of the equal values out, but says more: to be tried first. */
  private static final Mistake EQUAL_VALUES =
      Mistake.joined(
          "equal-values",
          Joining.DISTINCT_VALUES,
          "of equal values only one was signed",
          "Keep equal values, each as often as it occurs.");

  private static final List<Mistake> VALUES = List.of(MILLISECONDS, SECONDS, LINE_BREAK, BLANKS);

  /** How values that should be sorted and joined bare are ordered and joined wrongly. */
  private static final List<Mistake> ORDERS =
      List.of(
          Mistake.joined(
              "numeric-sort", Joining.VALUES_BY_NUMBER, "numbers were sorted by size", SORT_FIX),
          Mistake.joined(
              "locale-sort",
              Joining.VALUES_BY_LOCALE,
              "the values were sorted by the rules of a language",
              SORT_FIX),
          Mistake.joined(
              "case-sort",
              Joining.VALUES_IGNORING_CASE,
              "capitals and small letters were sorted alike",
              SORT_FIX),
          Mistake.joined(
              "name-sort",
              Joining.VALUES_BY_NAME,
              "the values were sorted by the names of their fields",
              SORT_FIX),
          Mistake.joined(
              "unsorted", Joining.VALUES_AS_LISTED, "the values were not sorted", SORT_FIX),
          Mistake.joined(
              "reverse-sort",
              Joining.VALUES_DESCENDING,
              "the values were sorted from the last to the first",
              SORT_FIX),
          Mistake.joined(
              "names-signed",
              Joining.SORTED_PAIRS,
              "the names of the fields were signed too, as the page config does",
              "Join the bare values, with nothing between them."),
          Mistake.joined(
              "separator",
              Joining.SEPARATED_VALUES,
              "the values were joined by &",
              "Join the values with nothing between them."));

  private static final List<Mistake> HASHES =
      List.of(hash("MD5"), hash("SHA-256"), hash("SHA-512"));

  private Slips() {}

  /** All that may befall sorted values, after the mistakes of this signature alone. */
  static List<Mistake> ofSortedValues(Mistake... own) {
    return Stream.of(List.of(EQUAL_VALUES), List.of(own), VALUES, ORDERS, HASHES)
        .flatMap(List::stream)
        .toList();
  }

  /** All that may befall named pairs, after the mistakes of this signature alone. */
  static List<Mistake> ofPairs(Mistake... own) {
    return Stream.of(List.of(own), VALUES, HASHES).flatMap(List::stream).toList();
  }

  private static Mistake hash(String name) {
    return Mistake.of(
        name.toLowerCase(Locale.ROOT).replace("-", ""),
        name + " was used",
        "Use SHA-1, in lower-case hexadecimal.",
        draft -> draft.hashedBy(name));
  }

  private static Stream<Draft> inMilliseconds(Draft draft) {
    return IntStream.range(0, 1000)
        .mapToObj(ms -> draft.change("timestamp", seconds -> seconds + "%03d".formatted(ms)));
  }

  private static String toSeconds(String timestamp) {
    return timestamp.length() == 13 ? timestamp.substring(0, 10) : timestamp;
  }
}
