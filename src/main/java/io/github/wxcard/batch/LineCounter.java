package io.github.wxcard.batch;

/** Counts lines as {@link LineReader} finds them, in bytes that come in pieces. */
final class LineCounter {
  private long ends;
  private int last = '\n';

  void count(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\r' || (bytes[i] == '\n' && last != '\r')) {
        ends++;
      }
      last = bytes[i];
    }
  }

  /** How many there are, with one at the end that has no end of its own. */
  long lines() {
    return ends + (last == '\n' || last == '\r' ? 0 : 1);
  }
}
