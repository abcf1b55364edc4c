package io.github.wxcard.output;

import io.github.wxcard.text.PrintableText;

/** A line of words, some of them in colour; nothing in the words can bring a colour of its own. */
public final class StyledLine {
  private final boolean coloured;
  private final StringBuilder line = new StringBuilder();
  private int cells;

  StyledLine(boolean coloured) {
    this.coloured = coloured;
  }

  public StyledLine add(String text) {
    String words = PrintableText.line(text);
    cells += Table.width(words);
    line.append(words);
    return this;
  }

  public StyledLine add(Style style, String text) {
    String words = PrintableText.line(text);
    cells += Table.width(words);
    line.append(coloured ? style.on(words) : words);
    return this;
  }

  /** How many cells of a terminal it takes so far. */
  int cells() {
    return cells;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
