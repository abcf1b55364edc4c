package io.github.wxcard.text;

/**
 * Text as it may be printed: what steers a terminal, turns the reading direction, breaks a line or
 * cannot be seen is shown as an escape such as {@code \n} or {@code \u202e}, and no line can be
 * taken for a command to a CI system. JSON stays the same JSON.
 */
public final class PrintableText {
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int EMOJI_STYLE = 0xfe0f;

  private PrintableText() {}

  /** Text for one line, or a part of one. */
  public static String line(String text) {
    return WorkflowCommands.disarmed(visible(text, false));
  }

  /** Text with a layout of its own: line breaks and tabs stay. */
  public static String lines(String text) {
    String visible = visible(text, true);
    if (visible.indexOf('\n') < 0) {
      return WorkflowCommands.disarmed(visible);
    }
    StringBuilder safe = new StringBuilder(visible.length());
    int start = 0;
    for (int end = visible.indexOf('\n'); end >= 0; end = visible.indexOf('\n', start)) {
      safe.append(WorkflowCommands.disarmed(visible.substring(start, end))).append('\n');
      start = end + 1;
    }
    return safe.append(WorkflowCommands.disarmed(visible.substring(start))).toString();
  }

  private static String visible(String text, boolean layout) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, plain);
    int point;
    for (int i = plain; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if (layout && (point == '\n' || point == '\t')) {
        shown.append((char) point);
      } else if (isHidden(point) && !joinsSymbols(text, i) && !(layout && endsLine(text, i))) {
        escape(point, shown);
      } else if (point != '\r') {
        shown.appendCodePoint(point);
      }
    }
    return shown.toString();
  }

  /** A carriage return before a line feed: that alone is left of the two. */
  private static boolean endsLine(String text, int index) {
    return text.startsWith("\r\n", index);
  }

  /** ASCII and Chinese, of which nearly everything consists. */
  private static boolean isPlain(char unit) {
    return (unit >= ' ' && unit < 0x7f) || (unit >= 0x4e00 && unit < 0xa000);
  }

  private static boolean isHidden(int point) {
    if (point < 0x7f) {
      return point < ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> isFiller(point);
    };
  }

  /** Letters and marks that take no room or show nothing, whatever Unicode files them under. */
  private static boolean isFiller(int point) {
    return point == 0x034f
        || point == 0x115f
        || point == 0x1160
        || point == 0x17b4
        || point == 0x17b5
        || (point >= 0x180b && point <= 0x180f)
        || point == 0x3164
        || (point >= 0xfe00 && point <= 0xfe0d)
        || point == 0xffa0
        || (point & 0xfffe) == 0xfffe
        || (point >= 0xe0000 && point <= 0xe0fff);
  }

  /** A family or a profession among the emoji is several of them, joined. */
  private static boolean joinsSymbols(String text, int index) {
    return text.charAt(index) == ZERO_WIDTH_JOINER
        && index > 0
        && index + 1 < text.length()
        && isSymbol(text.codePointBefore(index))
        && isSymbol(text.codePointAt(index + 1));
  }

  private static boolean isSymbol(int point) {
    return (point >= 0x2190 && point <= 0x2bff)
        || (point >= 0x1f000 && point <= 0x1faff)
        || point == EMOJI_STYLE;
  }

  private static void escape(int point, StringBuilder shown) {
    switch (point) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        for (char unit : Character.toChars(point)) {
          append(unit, shown);
        }
      }
    }
  }

  private static void append(char unit, StringBuilder shown) {
    shown.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      shown.append(Character.forDigit((unit >> shift) & 0xf, 16));
    }
  }

  /**
   * Keeps lines of a log from being taken for commands to the CI system that reads it: {@code
   * ::name::} at the beginning of a line, {@code ##[name]}, {@code ##vso[…]} and {@code
   * ##teamcity[…]} anywhere in it.
   */
  private static final class WorkflowCommands {
    private static final String[] MARKS = {"##[", "##vso[", "##teamcity["};

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
          append(here, safe);
        } else {
          safe.append(here);
        }
      }
      return safe.toString();
    }

    /** Where a command begins the line; an IPv6 address has no second pair of colons. */
    private static int leadingColons(String line) {
      int start = 0;
      while (start < line.length()
          && (Character.isWhitespace(line.charAt(start))
              || Character.isSpaceChar(line.charAt(start)))) {
        start++;
      }
      return line.startsWith("::", start) && line.indexOf("::", start + 2) >= 0 ? start : -1;
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
}
