package io.github.wxcard.text;

/**
 * Keeps lines of a log from being taken for commands to the CI system that reads it: {@code
 * ::name::} at the beginning of a line, {@code ##[name]}, {@code ##vso[…]} and {@code
 * ##teamcity[…]} anywhere in it.
 */
final class WorkflowCommands {
  private static final String[] MARKS = {"##[", "##vso[", "##teamcity["};

  private WorkflowCommands() {}

  /** The line with the first character of each such mark as an escape. */
  static String disarmed(String line) {
    int colons = leadingColons(line);
    if (colons < 0 && line.indexOf("##") < 0) {
      return line;
    }
    StringBuilder safe = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char here = line.charAt(i);
      if (i == colons || (here == '#' && isMark(line, i))) {
        PrintableText.append(here, safe);
      } else {
        safe.append(here);
      }
    }
    return safe.toString();
  }

  /** Where a command begins the line; an IPv6 address has no second pair of colons. */
  private static int leadingColons(String line) {
    int start = 0;
    while (start < line.length() && isBlank(line.charAt(start))) {
      start++;
    }
    return line.startsWith("::", start) && line.indexOf("::", start + 2) >= 0 ? start : -1;
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }

  private static boolean isMark(String line, int index) {
    for (String mark : MARKS) {
      if (line.regionMatches(true, index, mark, 0, mark.length())) {
        return true;
      }
    }
    return false;
  }
}
