package io.github.wxcard.batch;

import java.util.Optional;

/**
 * Long numbers of which a spreadsheet has kept the first digits and written zeros for the others.
 * One code may end so by itself; that all of them do is no chance.
 */
final class LostDigits {
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
