package io.github.wxcard.client;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;

/** A decrypted code that is none: WeChat decrypts damaged texts as well, into what comes of it. */
final class DecryptedCodeCheck {
  private static final int LONGEST = 20;
  private static final int REPLACEMENT = 0xfffd;

  private DecryptedCodeCheck() {}

  /** The code, or a failure when it holds what no code does. */
  static String checked(String code) {
    int intact = intact(code);
    if (intact == code.length() && code.codePointCount(0, intact) <= LONGEST) {
      return code;
    }
    throw Failure.of(
            FailureKind.REFUSED,
            "POST /card/code/decrypt: what came back is no code, so the encrypt_code was damaged",
            "Take it from the link once more, whole, with its + and percent-decoded exactly once.")
        .meaning(
            intact == code.length()
                ? "It has over " + LONGEST + " characters, and a code has " + LONGEST + " at most."
                : "It begins with '%s' and goes on with characters that no code has."
                    .formatted(code.substring(0, intact)));
  }

  /** How many chars stand before the first one that cannot be in a code. */
  private static int intact(String code) {
    int at = 0;
    while (at < code.length() && isPossible(code.codePointAt(at))) {
      at += Character.charCount(code.codePointAt(at));
    }
    return at;
  }

  /** In doubt yes: WeChat says that special characters are none, and not which these are. */
  private static boolean isPossible(int character) {
    return character < 0x7f
        ? character > ' '
        : Character.isLetterOrDigit(character) && character != REPLACEMENT;
  }
}
