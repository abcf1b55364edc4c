package io.github.wxcard.batch;

/** What became of a line; the letter is how a journal writes it. */
enum LineStatus {
  /** Nothing is known of it, or the batch was stopped before its turn came. */
  NOT_SENT,
  /** A request is about to leave, and has perhaps been carried out. */
  SENT('S'),
  /** What was wanted is so. */
  DONE('D'),
  /** It is certain that the last request changed nothing. */
  FAILED('F'),
  /** WeChat has refused the code itself: another request would be answered the same. */
  REFUSED('R'),
  /** A request may have been carried out: look before another one leaves. */
  UNKNOWN('U'),
  /** An earlier run has done it. */
  ALREADY_DONE,
  /** Its code stood on an earlier line, whose result is its own. */
  REPEATED,
  /** It holds no code that could be sent. */
  UNUSABLE;

  private static final LineStatus[] ALL = values();

  final byte letter;

  LineStatus() {
    this.letter = 0;
  }

  LineStatus(char letter) {
    this.letter = (byte) letter;
  }

  /** The status behind a letter; NOT_SENT for any other byte. */
  static LineStatus of(int letter) {
    for (LineStatus status : ALL) {
      if (status.letter == letter && letter != 0) {
        return status;
      }
    }
    return NOT_SENT;
  }

  /** Whether no request would change it any more. */
  boolean isFinal() {
    return this == DONE || this == REFUSED;
  }

  boolean isFailure() {
    return this == FAILED || this == REFUSED || this == UNKNOWN || this == UNUSABLE;
  }

  boolean needsLookUp() {
    return this == SENT || this == UNKNOWN;
  }
}
