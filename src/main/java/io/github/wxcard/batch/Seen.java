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

  /** The inputLine on which this inputLine's code stood first: its own number when it is new. */
  int first(InputLine inputLine) {
    return lines.putIfAbsent(inputLine.code(), inputLine.cardId(), inputLine.number());
  }
}
