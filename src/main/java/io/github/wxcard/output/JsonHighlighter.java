package io.github.wxcard.output;

/** Colours JSON text as it stands: without the colours it is the same text. */
final class JsonHighlighter {
  private final String text;
  private final StringBuilder painted;
  private int next;

  private JsonHighlighter(String text) {
    this.text = text;
    this.painted = new StringBuilder(text.length() * 2);
  }

  static String highlighted(String json) {
    JsonHighlighter highlighter = new JsonHighlighter(json);
    while (highlighter.next < json.length()) {
      highlighter.token();
    }
    return highlighter.painted.toString();
  }

  private void token() {
    char first = text.charAt(next);
    int start = next++;
    if (first == '"') {
      string();
      boolean name = next < text.length() && text.charAt(next) == ':';
      paint(name ? Style.NAME : Style.STRING, start);
    } else if (first == '-' || Character.isLetterOrDigit(first)) {
      while (next < text.length() && isWordPart(text.charAt(next))) {
        next++;
      }
      paint(Character.isLetter(first) ? Style.LITERAL : Style.NUMBER, start);
    } else {
      painted.append(first);
    }
  }

  private void string() {
    while (next < text.length() && text.charAt(next) != '"') {
      next += text.charAt(next) == '\\' ? 2 : 1;
    }
    next = Math.min(next + 1, text.length());
  }

  private void paint(Style style, int start) {
    painted.append(style.on(text.substring(start, next)));
  }

  private static boolean isWordPart(char each) {
    return Character.isLetterOrDigit(each) || each == '.' || each == '+' || each == '-';
  }
}
