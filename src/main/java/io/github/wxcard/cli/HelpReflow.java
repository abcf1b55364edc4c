package io.github.wxcard.cli;

import io.github.wxcard.output.LineBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays the prose of a help page out for a width. Lines that begin at the margin are paragraphs;
 * {@code name what it is} is two columns, which lines below the second one continue; other indented
 * lines, such as examples and JSON, are kept.
 */
final class HelpReflow {
  private static final Pattern COLUMNS = Pattern.compile("( *\\S+(?: \\S+)*  +)(\\S.*)");

  /** What is further in than any example is the rest of a column whose name took a line itself. */
  private static final int COLUMN_REST = 8;

  private final List<String> lines;
  private final int width;
  private final List<String> laidOut = new ArrayList<>();
  private int next;

  private HelpReflow(List<String> lines, int width) {
    this.lines = lines;
    this.width = width;
  }

  static List<String> of(List<String> lines, int width) {
    HelpReflow reflow = new HelpReflow(lines, width);
    while (reflow.next < lines.size()) {
      reflow.block();
    }
    return reflow.laidOut;
  }

  private void block() {
    String line = lines.get(next++).stripTrailing();
    Matcher columns = COLUMNS.matcher(line);
    int indent = indent(line);
    if (line.isEmpty()) {
      laidOut.add("");
    } else if (columns.matches()) {
      String name = columns.group(1);
      add(name, columns.group(2), name.length());
    } else if (indent == 0 || (indent >= COLUMN_REST && !line.strip().startsWith("\""))) {
      add(" ".repeat(indent), line.strip(), indent);
    } else {
      laidOut.addAll(ShellLine.broken(line, width));
    }
  }

  private void add(String prefix, String beginning, int hanging) {
    StringBuilder text = new StringBuilder(beginning);
    while (next < lines.size() && continues(lines.get(next), hanging)) {
      text.append(' ').append(lines.get(next++).strip());
    }
    laidOut.addAll(LineBreaker.lines(prefix, text.toString(), width, hanging));
  }

  private static boolean continues(String line, int hanging) {
    return !line.isBlank() && indent(line) == hanging && !COLUMNS.matcher(line).matches();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
