package io.github.wxcard.output;

import java.util.List;

/**
 * A line that a terminal which is too narrow gets broken between words.
 *
 * @param beginning what stays in front, as it is
 * @param hanging how many blanks the further lines begin with
 */
public record Paragraph(StyledLine beginning, String text, int hanging) {
  /** The lines for a terminal of so many columns. */
  List<String> lines(int width) {
    int start = beginning.cells();
    List<String> lines = LineBreaker.lines(" ".repeat(start), printable(), width, hanging);
    lines.set(0, beginning + lines.get(0).substring(start));
    return lines;
  }

  /** All of it in one line. */
  String line() {
    return (beginning + printable()).stripTrailing();
  }

  private String printable() {
    return new StyledLine(false).add(text).toString();
  }
}
