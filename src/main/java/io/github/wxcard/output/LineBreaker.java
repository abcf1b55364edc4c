package io.github.wxcard.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words and never inside one; a word that is too long stays whole. */
public final class LineBreaker {
  private LineBreaker() {}

  /**
   * Text as lines of at most so many cells.
   *
   * @param prefix what the first line begins with, as it is
   * @param hanging how many blanks the other lines begin with
   */
  public static List<String> lines(String prefix, String text, int width, int hanging) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(prefix);
    boolean empty = true;
    for (String word : text.strip().split("(?<! ) ", -1)) {
      int taken = Table.width(line.toString()) + (empty ? 0 : 1);
      if (!empty && taken + Table.width(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(hanging));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
