package io.github.wxcard.text;

/** The beginning of what somebody else wrote, however long that is. */
public final class Excerpt {
  private Excerpt() {}

  /** As many chars at the most, and an ellipsis for the rest; no character is cut in two. */
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halved ? longest - 1 : longest) + "…";
  }

  /** The same with its white space drawn together, so that it fits into a line. */
  public static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (line.length() >= longest) {
        return line.append('…').toString();
      }
      append(line, text.codePointAt(i));
    }
    return line.toString().strip();
  }

  private static void append(StringBuilder line, int point) {
    if (!Character.isWhitespace(point)) {
      line.appendCodePoint(point);
    } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }
}
