package io.github.wxcard.output;

import io.github.wxcard.text.PrintableText;
import java.util.List;
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

  void printOn(Console console) {
    if (!console.terminal().outTerminal()) {
      rows.forEach(row -> console.lines(String.join("\t", row)));
      return;
    }
    TableColumns columns = new TableColumns(widths(), console.terminal().width());
    if (!header.isEmpty() && !rows.isEmpty()) {
      for (String line : columns.lines(header)) {
        console.line(console.onOut().add(Style.STRONG, line));
      }
    }
    rows.forEach(row -> columns.lines(row).forEach(console::line));
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
}
