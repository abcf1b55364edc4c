package io.github.wxcard.cli.tool;

import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the error codes that a text speaks of: a bare number, an answer, a line of a log. */
final class ErrcodeFinder {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

  /**
   * {@code "errcode":40071}, {@code errcode = 40071}, {@code err_code: "40071"}, {@code
   * "ret":200302}, escaped or not.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:err_?code|(?<![a-z])ret)[\\\\\"']*\\s*[:=]?\\s*[\\\\\"']*(-?\\d{1,9})");

  private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\w.-])-?\\d{5,7}(?![\\w.-])");

  private ErrcodeFinder() {}

  /** The codes in their order; empty when the text speaks of none. */
  static List<Integer> in(String text) {
    String plain = text.strip();
    if (NUMBER.matcher(plain).matches()) {
      return List.of(Integer.valueOf(plain));
    }
    List<Integer> named = all(NAMED, 1, plain).distinct().toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Integer> known =
        all(LONG_NUMBER, 0, plain)
            .filter(code -> ExplainableCodes.find(code).isPresent())
            .distinct()
            .toList();
    // Somebody may have kept the text and lost the number.
    return known.isEmpty()
        ? ErrorTable.knownByText(plain)
            .or(() -> byConstant(plain.toLowerCase(Locale.ROOT)))
            .stream()
            .toList()
        : known;
  }

  /** The library's name for a code, with and without underscores, or what it says in Chinese. */
  private static Optional<Integer> byConstant(String text) {
    String joined = text.replace("_", "");
    return ErrorTable.ofCallbacks().stream()
        .filter(
            row ->
                joined.contains(row.text().toLowerCase(Locale.ROOT))
                    || text.contains(row.meaningZh().split("：", 2)[0].toLowerCase(Locale.ROOT)))
        .map(ErrorCode::code)
        .findFirst();
  }

  private static Stream<Integer> all(Pattern pattern, int group, String text) {
    return pattern.matcher(text).results().map(match -> Integer.valueOf(match.group(group)));
  }
}
