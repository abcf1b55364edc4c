package io.github.wxcard.batch;

/** What became of a code; the letter is how a journal writes it. */
enum LineStatus {
  /** Nothing is known yet. */
  NONE('-'),
  /** A request is about to leave, and has perhaps been carried out. */
  SENT('S'),
  /** What was wanted is so. */
  DONE('D'),
  /** It is certain that the last request changed nothing. */
  FAILED('F'),
  /** WeChat has refused the code itself: another request would be answered the same. */
  REFUSED('R'),
  /** A request may have been carried out: look before another one leaves. */
  UNKNOWN('U');

  private static final LineStatus[] ALL = values();

  final byte letter;

  LineStatus(char letter) {
    this.letter = (byte) letter;
  }

  /** The lineStatus behind a letter; NONE for any other byte. */
  static LineStatus of(int letter) {
    for (LineStatus lineStatus : ALL) {
      if (lineStatus.letter == letter) {
        return lineStatus;
      }
    }
    return NONE;
  }

  /** Whether no request would change it any more. */
  boolean isFinal() {
    return this == DONE || this == REFUSED;
  }

  boolean looksFirst() {
    return this == SENT || this == UNKNOWN;
  }
}
