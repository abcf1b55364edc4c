package io.github.wxcard.card;

import java.util.Arrays;

/** Lines and columns of a text, counted from 1, and its offsets, counted from 0. */
final class SourceText {
  private final int[] starts;

  SourceText(String text) {
    int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      found[line++] = i + 1;
    }
    starts = found;
  }

  SourcePosition at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(line + 1, offset - starts[line] + 1);
  }

  int offset(int line, int column) {
    return starts[line - 1] + column - 1;
  }
}
