package io.github.wxcard.batch;

/** Which codes have come before, and where. */
final class Seen {
  private final CodeIndex lines;

  /**
   * @param most how many different codes may come; all room is taken now and never more
   */
  Seen(int most) {
    lines = new CodeIndex(most);
  }

  /** The line on which this line's code stood first: its own number when it is new. */
  int first(Line line) {
    return lines.putIfAbsent(line.code(), line.cardId(), line.number());
  }
}
