package io.github.wxcard.batch;

import java.util.Optional;
import java.util.regex.Pattern;

/** What spreadsheets make of codes that they take for numbers, dates or formulas. */
final class SpreadsheetDamage {
  private static final String AS_TEXT =
      "; make the column one of text, and fill it from the original";

  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]\\d+|\\d+[.,]\\d+[eE]\\d+");
  private static final Pattern DECIMALS = Pattern.compile("\\d+[.,]0+");
  private static final Pattern THOUSANDS =
      Pattern.compile("\\d{1,3}(?:[,.'’ \u00a0\u202f]\\d{3})+");
  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|NV|n/a|[A-Z][A-Z0-9/_]*[!?]|DIV/0!)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\d{1,2}[-/ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/"
              + " ]\\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/ ]\\d{2,4}"
              + "|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}月\\d{1,2}日");

  private SpreadsheetDamage() {}

  /** How a text is spoilt, as in {@code "a spreadsheet has …"}; empty when it is not. */
  static Optional<String> of(String text) {
    if (isPlain(text)) {
      return Optional.empty();
    }
    if (EXPONENT.matcher(text).matches()) {
      return told("has made a number of it, and rounded it" + AS_TEXT);
    }
    if (THOUSANDS.matcher(text).matches()) {
      return told("has made a number of it, with separators between the thousands" + AS_TEXT);
    }
    if (DECIMALS.matcher(text).matches()) {
      return told("has made a number with decimals of it" + AS_TEXT);
    }
    if (isError(text)) {
      return told("could not fill the cell, and wrote an error of its own into it");
    }
    if (DATE.matcher(text).matches()) {
      return told("has made a date of it" + AS_TEXT);
    }
    return byItsBeginning(text);
  }

  private static Optional<String> byItsBeginning(String text) {
    if (text.startsWith("=")) {
      return told("reads it as a formula; write the code itself, without = and quotes");
    }
    if (text.startsWith("'") || text.startsWith("’") || text.startsWith("‘")) {
      return told("marks text with an apostrophe, which is no part of the code");
    }
    return text.codePoints().anyMatch(SpreadsheetDamage::isFullWidth)
        ? Optional.of("it has full-width characters, which are others than the usual ones")
        : Optional.empty();
  }

  /** Whether a text is what stands in a cell that could not be worked out, such as #REF!. */
  static boolean isError(String text) {
    return text.startsWith("#") && ERROR.matcher(text).matches();
  }

  private static Optional<String> told(String what) {
    return Optional.of("a spreadsheet " + what);
  }

  /** Letters and digits alone, as in nearly every code. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean plain = (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z');
      if (!plain && (one < 'a' || one > 'z')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFullWidth(int one) {
    return one >= 0xff01 && one <= 0xff5e;
  }

  /**
   * Long numbers of which the first digits were kept and zeros written for the others. One code may
   * end so by itself; that all of them do is no chance.
   */
  static final class LostDigits {
    private static final int DIGITS_KEPT = 15;

    private int longNumbers;
    private int withLostDigits;

    /** Takes one code into account. */
    void add(String code) {
      if (code.length() > DIGITS_KEPT && code.chars().allMatch(one -> one >= '0' && one <= '9')) {
        longNumbers++;
        boolean zeros = code.substring(DIGITS_KEPT).chars().allMatch(one -> one == '0');
        withLostDigits += zeros ? 1 : 0;
      }
    }

    /** What is odd about the codes so far. */
    Optional<String> doubt() {
      return withLostDigits > 0 && withLostDigits == longNumbers
          ? Optional.of(
              "every code of over 15 digits ends in zeros from the 16th on, as a spreadsheet leaves"
                  + " long numbers: compare "
                  + (longNumbers == 1 ? "it" : "the " + longNumbers)
                  + " with the original")
          : Optional.empty();
    }
  }
}
