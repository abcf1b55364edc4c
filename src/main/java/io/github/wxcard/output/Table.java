package io.github.wxcard.output;

import io.github.wxcard.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jline.utils.WCWidth;

/**
 * Rows of short texts. A terminal gets a header and aligned columns, in which a Chinese character
 * takes two cells; a pipe gets the rows alone, with a tab between their cells.
 *
 * @param header what the columns are called; empty for none
 * @param rows the cells, as many in each row as the header has names
 */
public record Table(List<String> header, List<List<String>> rows) {
  public Table {
    header = cleaned(header);
    // A cell stays one cell, whatever somebody wrote into a card's title.
    rows = rows.stream().map(Table::cleaned).toList();
  }

  /** A list of names and what they are, which has no header. */
  public static Table of(List<List<String>> namesAndValues) {
    return new Table(List.of(), namesAndValues);
  }

  /** How many cells of a terminal a text takes. */
  public static int width(String text) {
    return text.codePoints().map(WCWidth::wcwidth).filter(cells -> cells > 0).sum();
  }

  void printOn(Page page, TerminalInfo terminal) {
    if (!terminal.outTerminal()) {
      rows.forEach(row -> page.lines(String.join("\t", row)));
      return;
    }
    Columns columns = new Columns(widths(), terminal.width());
    if (!header.isEmpty() && !rows.isEmpty()) {
      columns.lines(header).forEach(page::heading);
    }
    rows.forEach(row -> columns.lines(row).forEach(page::line));
  }

  /** The widest cell of each column. */
  private int[] widths() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[Math.max(columns, header.size())];
    widen(widths, header);
    rows.forEach(row -> widen(widths, row));
    return widths;
  }

  private static void widen(int[] widths, List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      widths[column] = Math.max(widths[column], width(row.get(column)));
    }
  }

  private static List<String> cleaned(List<String> row) {
    return row.stream().map(PrintableText::line).toList();
  }

  /**
   * Where the columns stand on a terminal. Those that do not fit beside the others stand below
   * them, in the same place in every row; a text in the last one is broken between words.
   */
  private static final class Columns {
    private static final int GAP = 2;
    private static final int INDENT = 4;

    /** What is narrower is no place for a text. */
    private static final int NARROWEST_TEXT = 20;

    private final int[] widths;
    private final int[] starts;
    private final boolean[] below;
    private final int terminal;

    /**
     * @param terminal asked for the terminal's columns when there are columns at all
     */
    Columns(int[] widths, IntSupplier terminal) {
      this.widths = widths;
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
        int taken = width(line.toString());
        if (below[column]) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          taken = 0;
        }
        line.append(" ".repeat(Math.max(0, starts[column] - taken)));
        boolean last = column == row.size() - 1;
        if (last && starts[column] + widths[column] > terminal) {
          lines.addAll(
              LineBreaker.lines(line.toString(), row.get(column), terminal, starts[column]));
          return lines;
        }
        line.append(row.get(column));
      }
      lines.add(line.toString());
      return lines;
    }
  }
}
