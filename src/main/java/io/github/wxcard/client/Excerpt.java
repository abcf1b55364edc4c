package io.github.wxcard.client;

import io.github.wxcard.text.SecretMask;
import java.nio.charset.StandardCharsets;

/** The beginning of what somebody else wrote, its white space drawn together. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** Masked as a whole first: cut in two, a secret would not be known for one. */
  static String of(byte[] utf8, Call call, SecretMask mask) {
    return of(call.masked(mask, new String(utf8, StandardCharsets.UTF_8)));
  }

  static String of(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (line.length() >= LONGEST) {
        return line.append('…').toString();
      }
      append(line, text.codePointAt(i));
    }
    return line.toString().strip();
  }

  private static void append(StringBuilder line, int point) {
    if (!Character.isWhitespace(point)) {
      line.appendCodePoint(point);
    } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }
}
