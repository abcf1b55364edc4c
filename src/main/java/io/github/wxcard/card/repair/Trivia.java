package io.github.wxcard.card.repair;

import io.github.wxcard.text.InvisibleCharacters;

/** What may stand between the tokens of JSON as people write it. */
public final class Trivia {
  private Trivia() {}

  /** Past blanks, invisible characters and comments. */
  public static int skip(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
      } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) > 0) {
        at = text.indexOf("*/", at + 2) + 2;
      } else if (isBlank(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || InvisibleCharacters.is(c);
  }
}
