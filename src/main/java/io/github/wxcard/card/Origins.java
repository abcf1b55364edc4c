package io.github.wxcard.card;

import io.github.wxcard.card.mend.Mended;

/** From places in a mended text to those in the text as it was written. */
final class Origins {
  private final Mended mended;
  private final TextLines mendedLines;
  private final TextLines lines;

  /**
   * @param lines of the text as it was written
   */
  Origins(Mended mended, TextLines lines) {
    this.mended = mended;
    this.mendedLines = new TextLines(mended.text());
    this.lines = lines;
  }

  Slip slip(Slip slip) {
    Place place = lines.at(origin(mendedLines.offset(slip.line(), slip.column())));
    return new Slip(place.line(), place.column(), slip.rule(), slip.what());
  }

  Positions positions(Positions positions) {
    return positions.moved(this::origin, lines);
  }

  private int origin(int offset) {
    return mended.origins().get(offset);
  }
}
