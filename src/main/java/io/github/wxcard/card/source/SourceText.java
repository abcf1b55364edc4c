package io.github.wxcard.card.source;

import java.util.Arrays;

/** A text with its positions (lines and columns from 1) and its offsets (characters from 0). */
public final class SourceText {
  private final String text;
  private final int[] lineStarts;

  /**
   * @param text without a byte order mark
   */
  public SourceText(String text) {
    this.text = text;
    int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    this.lineStarts = starts;
  }

  public String text() {
    return text;
  }

  public SourcePosition position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(line + 1, offset - lineStarts[line] + 1);
  }

  public int offset(SourcePosition position) {
    return lineStarts[position.line() - 1] + position.column() - 1;
  }
}
