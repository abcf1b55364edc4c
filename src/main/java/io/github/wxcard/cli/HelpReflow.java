package io.github.wxcard.cli;

import io.github.wxcard.output.LineBreaker;
import io.github.wxcard.output.Table;
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

  /**
   * A line for a shell, broken so that it can still be pasted: outside quotes, after a backslash.
   */
  private static final class ShellLine {
    private static final String ON = " \\";
    private static final String INDENT = "      ";
    private static final Pattern COMMAND =
        Pattern.compile(" *(\\$|wxcard|echo|printenv|if|--\\S+|\\w+=\\$\\(wxcard) .*");

    private ShellLine() {}

    /** The line as several that fit; as it is where it is no command, or has no place to break. */
    static List<String> broken(String line, int width) {
      List<String> lines = new ArrayList<>();
      String rest = line;
      boolean command = COMMAND.matcher(line).matches();
      while (command && Table.width(rest) > width) {
        int end = end(rest, width - ON.length());
        if (end < 0) {
          break;
        }
        lines.add(rest.substring(0, end) + ON);
        rest = INDENT + rest.substring(end + 1);
      }
      lines.add(rest);
      return lines;
    }

    /** The last blank that fits, before an option or a pipe if there is one; -1 for none. */
    private static int end(String line, int limit) {
      int found = -1;
      boolean apart = false;
      char quote = 0;
      int start = line.length() - line.stripLeading().length();
      for (int i = start; i < line.length(); i++) {
        char each = line.charAt(i);
        if (quote != 0) {
          quote = each == quote ? 0 : quote;
        } else if (each == '\'' || each == '"') {
          quote = each;
        } else if (each == ' ' && Table.width(line.substring(0, i)) <= limit) {
          boolean begins = "-|&<>".indexOf(line.charAt(i + 1)) >= 0;
          found = begins || !apart ? i : found;
          apart |= begins;
        }
      }
      // Inside a quotation that goes on below, a backslash would be a part of it.
      return quote == 0 ? found : -1;
    }
  }
}
