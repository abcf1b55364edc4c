package io.github.wxcard.trust;

import java.nio.charset.StandardCharsets;

/** Texts of any kind, made of bytes. */
final class Texts {
  private Texts() {}

  /**
   * UTF-8; after the mark of UTF-16, pairs of bytes, so that a half of a character can be there.
   */
  static String of(byte[] input) {
    if (input.length < 2 || input[0] != (byte) 0xfe || input[1] != (byte) 0xff) {
      return new String(input, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(input.length / 2);
    for (int i = 2; i + 1 < input.length; i += 2) {
      text.append((char) ((input[i] & 0xff) << 8 | (input[i + 1] & 0xff)));
    }
    return text.toString();
  }
}
