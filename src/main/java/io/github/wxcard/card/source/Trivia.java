package io.github.wxcard.card.source;

import io.github.wxcard.text.InvisibleCharacters;

/** What may stand between the tokens of JSON as people write it. */
public final class Trivia {
  /** Hears of what strict JSON does not allow there. */
  interface Listener {
    void comment(int at);

    /**
     * Told of characters that nobody sees.
     *
     * @param start where the first of {@code times} equal characters stands
     */
    void invisible(int start, int codePoint, int times);
  }

  private static final Listener DEAF =
      new Listener() {
        @Override
        public void comment(int at) {}

        @Override
        public void invisible(int start, int codePoint, int times) {}
      };

  private Trivia() {}

  /** Past blanks, invisible characters and comments; a comment that never ends is none. */
  public static int skip(String text, int from) {
    return skip(text, from, DEAF);
  }

  static int skip(String text, int from, Listener listener) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int behind = at;
      if (isBlank(c)) {
        behind = at + 1;
      } else if (c == '/') {
        behind = behindComment(text, at);
        if (behind > at) {
          listener.comment(at);
        }
      } else if (InvisibleCharacters.is(c)) {
        int times = 0;
        for (; behind < text.length() && text.codePointAt(behind) == c; times++) {
          behind += Character.charCount(c);
        }
        listener.invisible(at, c, times);
      }
      if (behind == at) {
        break;
      }
      at = behind;
    }
    return at;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static int behindComment(String text, int at) {
    if (text.startsWith("//", at)) {
      int lineEnd = text.indexOf('\n', at);
      return lineEnd < 0 ? text.length() : lineEnd;
    }
    int close = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
    return close < 0 ? at : close + 2;
  }
}
