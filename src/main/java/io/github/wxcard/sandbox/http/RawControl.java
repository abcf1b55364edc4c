package io.github.wxcard.sandbox.http;

/** Finds bare control characters in the texts of a body, which JSON allows only as escapes. */
final class RawControl {
  private RawControl() {}

  /** Encodings of two or four bytes a character show themselves here, too, by their zero bytes. */
  static boolean in(byte[] json) {
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '"') {
        inText = !inText;
      } else if (inText && json[i] >= 0 && json[i] < ' ') {
        return true;
      } else if (inText && json[i] == '\\') {
        i++;
      }
    }
    return false;
  }
}
