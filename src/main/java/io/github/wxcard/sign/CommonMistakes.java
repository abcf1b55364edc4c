package io.github.wxcard.sign;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that any of the signatures may suffer from. */
final class CommonMistakes {
  private static final String SORT_FIX =
      "Sort the values as text, by their bytes: digits, capitals, underscore, small letters.";

  private static final SignatureMistake MILLISECONDS =
      new SignatureMistake(
          "milliseconds",
          "the timestamp was signed in milliseconds",
          "Sign whole seconds, the same that you pass on.",
          CommonMistakes::inMilliseconds);

  private static final SignatureMistake SECONDS =
      SignatureMistake.of(
          "seconds",
          "the timestamp was signed in seconds, while milliseconds are passed on",
          "Pass on and sign the same whole seconds.",
          input -> input.change("timestamp", CommonMistakes::toSeconds));

  private static final SignatureMistake LINE_BREAK =
      new SignatureMistake(
          "line-break",
          "a line break stood at the end of a value",
          "Drop the line break before signing; echo and text files add one.",
          input -> everyPart(input, List.of(value -> value + "\n", value -> value + "\r\n")));

  private static final SignatureMistake BLANKS =
      SignatureMistake.of(
          "blanks",
          "the blanks around the values were dropped",
          "Pass on the values without blanks, exactly as they were signed.",
          input ->
              input.parts().stream()
                  .reduce(input, (d, part) -> d.change(part.name(), String::strip), (a, b) -> b));

  /** Looks the same as leaving one of the equal values out, but says more: to be tried first. */
  private static final SignatureMistake EQUAL_VALUES =
      SignatureMistake.joined(
          "equal-values",
          Canonicalization.DISTINCT_VALUES,
          "of equal values only one was signed",
          "Keep equal values, each as often as it occurs.");

  private static final SignatureMistake BLANK_ADDED =
      new SignatureMistake(
          "blank",
          "a blank stood before or behind a value",
          "Drop the blanks around the values before signing; configuration files keep them.",
          input -> everyPart(input, List.of(value -> value + " ", value -> " " + value)));

  private static final SignatureMistake LETTER_CASE =
      new SignatureMistake(
          "letter-case",
          "letters of the values were made all small or all capital",
          "Sign the values letter by letter as they are; small and capital ones differ.",
          input ->
              Stream.<UnaryOperator<String>>of(
                      text -> text.toLowerCase(Locale.ROOT), text -> text.toUpperCase(Locale.ROOT))
                  .flatMap(
                      change ->
                          Stream.concat(
                              Stream.of(
                                  input.changeAll(
                                      part ->
                                          new SignedValue(
                                              part.name(), change.apply(part.value())))),
                              everyPart(input, List.of(change)))));

  private static final SignatureMistake NULL_TEXT =
      new SignatureMistake(
          "null-text",
          "a value that is not there was signed as the word null, undefined or the like",
          "Leave values that are not there out of the signature.",
          input ->
              Stream.of("null", "undefined", "None", "nil", "NULL")
                  .flatMap(
                      word ->
                          Stream.concat(
                              Stream.of(input.filledWith(word)),
                              input.all().stream()
                                  .filter(part -> part.value().isEmpty())
                                  .map(part -> input.change(part.name(), empty -> word)))));

  private static final List<SignatureMistake> VALUES =
      List.of(MILLISECONDS, SECONDS, LINE_BREAK, BLANKS, BLANK_ADDED, LETTER_CASE, NULL_TEXT);

  /** How values that should be sorted and joined bare are ordered and joined wrongly. */
  private static final List<SignatureMistake> ORDERS =
      List.of(
          SignatureMistake.joined(
              "numeric-sort",
              Canonicalization.VALUES_BY_NUMBER,
              "numbers were sorted by size",
              SORT_FIX),
          SignatureMistake.joined(
              "locale-sort",
              Canonicalization.VALUES_BY_LOCALE,
              "the values were sorted by the rules of a language",
              SORT_FIX),
          SignatureMistake.joined(
              "case-sort",
              Canonicalization.VALUES_IGNORING_CASE,
              "capitals and small letters were sorted alike",
              SORT_FIX),
          SignatureMistake.joined(
              "name-sort",
              Canonicalization.VALUES_BY_NAME,
              "the values were sorted by the names of their fields",
              SORT_FIX),
          SignatureMistake.joined(
              "unsorted",
              Canonicalization.VALUES_AS_LISTED,
              "the values were not sorted",
              SORT_FIX),
          SignatureMistake.joined(
              "reverse-sort",
              Canonicalization.VALUES_DESCENDING,
              "the values were sorted from the last to the first",
              SORT_FIX),
          new SignatureMistake(
              "names-signed",
              "the names of the fields were signed too, as the page config does",
              "Join the bare values, with nothing between them.",
              input ->
                  Stream.of(
                          Canonicalization.SORTED_PAIRS,
                          Canonicalization.PAIRS_BY_VALUE,
                          Canonicalization.PAIRS,
                          Canonicalization.UNSEPARATED_PAIRS)
                      .map(input::joinedBy)
                      .flatMap(pairs -> Stream.of(pairs, pairs.withEmpty()))),
          SignatureMistake.joined(
              "separator",
              List.of(
                  Canonicalization.SEPARATED_VALUES,
                  Canonicalization.VALUES_WITH_COMMAS,
                  Canonicalization.VALUES_WITH_BLANKS,
                  Canonicalization.VALUES_ON_LINES,
                  Canonicalization.VALUES_WITH_BARS),
              "something was put between the values",
              "Join the values with nothing between them."));

  private CommonMistakes() {}

  /** All that may befall sorted values, after the mistakes of this signature alone. */
  static List<SignatureMistake> ofSortedValues(SignatureMistake... own) {
    return Stream.of(
            List.of(EQUAL_VALUES),
            List.of(own),
            VALUES,
            ORDERS,
            HashMistakes.ALL,
            TimestampMistakes.MISTAKES)
        .flatMap(List::stream)
        .toList();
  }

  /** All that may befall named pairs, after the mistakes of this signature alone. */
  static List<SignatureMistake> ofPairs(SignatureMistake... own) {
    return Stream.of(List.of(own), VALUES, HashMistakes.ALL, TimestampMistakes.MISTAKES)
        .flatMap(List::stream)
        .toList();
  }

  private static Stream<SigningInput> everyPart(
      SigningInput input, List<UnaryOperator<String>> changes) {
    return changes.stream()
        .flatMap(change -> input.parts().stream().map(part -> input.change(part.name(), change)));
  }

  private static Stream<SigningInput> inMilliseconds(SigningInput input) {
    return IntStream.range(0, 1000)
        .mapToObj(
            ms ->
                input.change(
                    "timestamp", seconds -> seconds + String.format(Locale.ROOT, "%03d", ms)));
  }

  private static String toSeconds(String timestamp) {
    return timestamp.length() == 13 ? timestamp.substring(0, 10) : timestamp;
  }
}
