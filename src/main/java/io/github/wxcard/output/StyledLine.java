package io.github.wxcard.output;

import io.github.wxcard.text.PrintableText;

/** A line of words, some of them in colour; nothing in the words can bring a colour of its own. */
public final class StyledLine {
  private final boolean coloured;
  private final StringBuilder line = new StringBuilder();

  StyledLine(boolean coloured) {
    this.coloured = coloured;
  }

  public StyledLine add(String text) {
    line.append(PrintableText.line(text));
    return this;
  }

  public StyledLine add(Ink ink, String text) {
    String words = PrintableText.line(text);
    line.append(coloured ? ink.on(words) : words);
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
