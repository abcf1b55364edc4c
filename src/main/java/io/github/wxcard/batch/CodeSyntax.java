package io.github.wxcard.batch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a text must be like to be a code at all. */
public final class CodeSyntax {
  /** The longest that any page of WeChat's documentation lets a code be, in bytes. */
  static final int MAX_BYTES = 64;

  private CodeSyntax() {}

  /** What is wrong with a code as somebody wrote it down, a spreadsheet's doing included. */
  public static Optional<String> problem(String code) {
    return SpreadsheetDamage.of(code).or(() -> flaw(code));
  }

  /** Why no request could be about this code, as in {@code "its code is empty"}. */
  static Optional<String> flaw(String code) {
    int size = code.getBytes(StandardCharsets.UTF_8).length;
    if (size == 0) {
      return Optional.of("its code is empty");
    }
    if (holdsBlank(code)) {
      int which = code.codePoints().filter(CodeSyntax::isInvisible).findFirst().orElseThrow();
      return Optional.of(
          "its code holds a blank or an invisible character, and no code does: U+%04X %s"
              .formatted(which, Character.getName(which)));
    }
    return size > MAX_BYTES
        ? Optional.of("its code has " + size + " bytes, and none has over " + MAX_BYTES)
        : Optional.empty();
  }

  /** Whether there is something in it that cannot be seen, as after a careless paste. */
  public static boolean holdsBlank(String code) {
    // No stream, as a million lines are looked at.
    for (int at = 0; at < code.length(); at += Character.charCount(code.codePointAt(at))) {
      if (isInvisible(code.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
