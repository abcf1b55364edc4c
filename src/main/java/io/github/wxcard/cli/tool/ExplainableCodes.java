package io.github.wxcard.cli.tool;

import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be explained: the codes of the API, and those that callbacks bring. */
final class ExplainableCodes {
  private static final int MOST = 4;

  /** The distance of a code that is not near. */
  private static final int FAR = 3;

  /** How far a neighbour may be by size. */
  private static final int NEIGHBOUR = 9;

  private ExplainableCodes() {}

  static List<ErrorCode> all() {
    return Stream.concat(ErrorTable.all().stream(), ErrorTable.ofCallbacks().stream()).toList();
  }

  static Optional<ErrorCode> find(int code) {
    return ErrorTable.find(code)
        .or(() -> ErrorTable.ofCallbacks().stream().filter(row -> row.code() == code).findFirst());
  }

  /**
   * The codes that a wrong one may have been meant for: those with two digits exchanged, then with
   * one digit wrong, then the neighbours by size; none when there is nothing like it.
   */
  static List<ErrorCode> near(int wrong) {
    String digits = String.valueOf(wrong);
    Comparator<ErrorCode> byDistance =
        Comparator.comparingInt(row -> distance(digits, String.valueOf(row.code())));
    return all().stream()
        .filter(row -> row.code() != 0)
        .filter(
            row ->
                distance(digits, String.valueOf(row.code())) < FAR
                    || Math.abs((long) row.code() - wrong) <= NEIGHBOUR)
        .sorted(byDistance.thenComparing(row -> Math.abs((long) row.code() - wrong)))
        .limit(MOST)
        .toList();
  }

  private static int distance(String wrong, String code) {
    if (wrong.length() != code.length()) {
      return FAR;
    }
    if (sorted(wrong).equals(sorted(code))) {
      return 1;
    }
    int different = 0;
    for (int i = 0; i < wrong.length(); i++) {
      different += wrong.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return different == 1 ? 2 : FAR;
  }

  private static String sorted(String digits) {
    return digits.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }
}
