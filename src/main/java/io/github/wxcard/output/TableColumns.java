package io.github.wxcard.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The columns of a table on a terminal. Those that do not fit beside the others stand below them,
 * in the same place in every row; a text in the last one is broken between words.
 */
final class TableColumns {
  private static final int GAP = 2;
  private static final int INDENT = 4;

  /** What is narrower is no place for a text. */
  private static final int NARROWEST_TEXT = 20;

  private final int[] widths;
  private final int[] starts;
  private final boolean[] below;
  private final int terminal;

  /**
   * @param widths the widest cell of each column
   * @param terminal asked for the terminal's columns when there are columns at all
   */
  TableColumns(int[] widths, IntSupplier terminal) {
    this.widths = widths.clone();
    this.starts = new int[widths.length];
    this.below = new boolean[widths.length];
    this.terminal = widths.length == 0 ? 0 : terminal.getAsInt();
    int next = 0;
    for (int column = 0; column < widths.length; column++) {
      boolean last = column == widths.length - 1;
      int room = this.terminal - next;
      boolean fits = widths[column] <= room || (last && room >= NARROWEST_TEXT);
      below[column] = !fits && column > 0;
      starts[column] = below[column] ? INDENT : next;
      next = starts[column] + widths[column] + GAP;
    }
  }

  List<String> lines(List<String> row) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int taken = Table.width(line.toString());
      if (below[column]) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        taken = 0;
      }
      line.append(" ".repeat(Math.max(0, starts[column] - taken)));
      boolean last = column == row.size() - 1;
      if (last && starts[column] + widths[column] > terminal) {
        lines.addAll(LineBreaker.lines(line.toString(), row.get(column), terminal, starts[column]));
        return lines;
      }
      line.append(row.get(column));
    }
    lines.add(line.toString());
    return lines;
  }
}
