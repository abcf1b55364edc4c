package io.github.wxcard.sandbox.http;

/** Finds text that is written as {@code \\uXXXX} although UTF-8 could carry it. */
final class EscapedText {
  private static final int FIRST_NON_ASCII = 0x80;

  private EscapedText() {}

  /** ASCII written so is no matter: many serializers do that to {@code =} and {@code <}. */
  static boolean in(byte[] json) {
    for (int i = 0; i + 5 < json.length; i++) {
      if (json[i] == '\\') {
        if (json[i + 1] == 'u' && number(json, i + 2) >= FIRST_NON_ASCII) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static int number(byte[] json, int from) {
    int number = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(json[i], 16);
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number;
  }
}
