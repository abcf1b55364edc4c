package io.github.wxcard.text;

import java.util.Optional;
import java.util.function.IntPredicate;

/** What an AppID, a secret or a token has brought along from where it was copied. */
public final class CredentialFlaw {
  private static final String QUOTES = "\"'`\u201c\u201d\u2018\u2019";
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private CredentialFlaw() {}

  /** The first flaw, in words that go on from the value's name and never show the value. */
  public static Optional<String> in(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int first = value.codePointAt(0);
    int last = value.codePointBefore(value.length());
    if (first == BYTE_ORDER_MARK) {
      return Optional.of("begins with a byte order mark (U+FEFF), as some editors write it");
    }
    if (isLineBreak(last)) {
      return Optional.of("ends with a line break");
    }
    if (first(value, CredentialFlaw::isLineBreak) >= 0) {
      return Optional.of("has a line break in it");
    }
    if (isBlank(first) || isBlank(last)) {
      return Optional.of((isBlank(first) ? "begins" : "ends") + " with a blank");
    }
    if (isQuote(first) || isQuote(last)) {
      return Optional.of(
          isQuote(first) && isQuote(last) ? "is in quotes" : "has a quote at one end");
    }
    int invisible = first(value, InvisibleCharacters::is);
    return invisible < 0
        ? Optional.empty()
        : Optional.of("has an invisible character in it: " + InvisibleCharacters.name(invisible));
  }

  /** The first such character, or -1. No stream, whose classes every command would load. */
  private static int first(String value, IntPredicate wanted) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (wanted.test(value.codePointAt(i))) {
        return value.codePointAt(i);
      }
    }
    return -1;
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r' || InvisibleCharacters.isLineBreak(c);
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || InvisibleCharacters.isBlank(c);
  }

  private static boolean isQuote(int c) {
    return QUOTES.indexOf(c) >= 0;
  }
}
