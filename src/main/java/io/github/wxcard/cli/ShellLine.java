package io.github.wxcard.cli;

import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A line for a shell, broken so that it can still be pasted: outside quotes, after a backslash. */
final class ShellLine {
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
