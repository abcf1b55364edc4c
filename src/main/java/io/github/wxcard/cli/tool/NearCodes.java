package io.github.wxcard.cli.tool;

import io.github.wxcard.error.ErrorCode;
import java.util.Comparator;
import java.util.List;

/** The codes of the table that a wrong one may have been meant for. */
final class NearCodes {
  private static final int MOST = 4;

  /** What slip() says of a code that is no slip away. */
  private static final int NO_SLIP = 3;

  /** How far a neighbour may be by size. */
  private static final int NEIGHBOUR = 9;

  private NearCodes() {}

  /**
   * Those with two digits exchanged, then with one digit wrong, then the neighbours by size; none
   * when there is nothing like it.
   */
  static List<ErrorCode> to(int wrong) {
    String digits = String.valueOf(wrong);
    Comparator<ErrorCode> bySlip =
        Comparator.comparingInt(row -> slip(digits, String.valueOf(row.code())));
    return ExplainableCodes.all().stream()
        .filter(row -> row.code() != 0)
        .filter(
            row ->
                slip(digits, String.valueOf(row.code())) < NO_SLIP
                    || Math.abs((long) row.code() - wrong) <= NEIGHBOUR)
        .sorted(bySlip.thenComparing(row -> Math.abs((long) row.code() - wrong)))
        .limit(MOST)
        .toList();
  }

  private static int slip(String wrong, String code) {
    if (wrong.length() != code.length()) {
      return NO_SLIP;
    }
    if (sorted(wrong).equals(sorted(code))) {
      return 1;
    }
    int different = 0;
    for (int i = 0; i < wrong.length(); i++) {
      different += wrong.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return different == 1 ? 2 : NO_SLIP;
  }

  private static String sorted(String digits) {
    return digits
        .chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
