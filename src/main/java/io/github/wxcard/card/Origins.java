package io.github.wxcard.card;

import io.github.wxcard.card.repair.RepairedText;

/** From places in a mended text to those in the text as it was written. */
final class Origins {
  private final RepairedText mended;
  private final SourceText mendedLines;
  private final SourceText lines;

  /**
   * @param lines of the text as it was written
   */
  Origins(RepairedText mended, SourceText lines) {
    this.mended = mended;
    this.mendedLines = new SourceText(mended.text());
    this.lines = lines;
  }

  Slip slip(Slip slip) {
    SourcePosition place = lines.at(origin(mendedLines.offset(slip.line(), slip.column())));
    return new Slip(place.line(), place.column(), slip.rule(), slip.what());
  }

  JsonSourceMap positions(JsonSourceMap positions) {
    return positions.moved(this::origin, lines);
  }

  private int origin(int offset) {
    return mended.origins().get(offset);
  }
}
