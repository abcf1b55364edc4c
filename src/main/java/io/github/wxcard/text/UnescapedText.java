package io.github.wxcard.text;

/**
 * A text with every escape undone, however deep, and where each character of it stood: JSON's and
 * JavaScript's, percent-encoding once or twice, entities of HTML, CDATA sections. What may be one
 * level of escaping or two is taken for two: this serves searching alone.
 */
final class UnescapedText {
  private static final int LONGEST_ENTITY = 12;
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private final char[] chars;
  private final int[] starts;
  private final char[] widths;
  private int length;

  private UnescapedText(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    widths = new char[capacity];
  }

  static UnescapedText of(String text) {
    UnescapedText decoded = new UnescapedText(text.length());
    boolean escapes = mayHoldEscapes(text);
    for (int i = 0; i < text.length(); i++) {
      if (escapes) {
        decoded.append(text.charAt(i), i, 1);
      } else {
        decoded.put(text.charAt(i), i, 1);
      }
    }
    return decoded;
  }

  private static boolean mayHoldEscapes(String text) {
    return text.indexOf('\\') >= 0
        || text.indexOf('%') >= 0
        || text.indexOf('&') >= 0
        || text.contains(CDATA)
        || text.contains(CDATA_END);
  }

  int length() {
    return length;
  }

  char at(int index) {
    return chars[index];
  }

  /** Where the character began in the text as it came. */
  int start(int index) {
    return starts[index];
  }

  /** Where it ended there. */
  int end(int index) {
    return starts[index] + widths[index];
  }

  /** How many characters stood for it: more, the deeper it was escaped. */
  int width(int index) {
    return widths[index];
  }

  String text() {
    return new String(chars, 0, length);
  }

  /**
   * Joins what was wrapped: drops line breaks and the indentation after them. Plus is a blank, and
   * backslashes go: nobody knows which of them escape others.
   */
  void join() {
    int kept = 0;
    boolean indentation = false;
    for (int i = 0; i < length; i++) {
      char here = chars[i];
      indentation = here == '\n' || here == '\r' || (indentation && (here == ' ' || here == '\t'));
      if (!indentation && here != '\\') {
        chars[kept] = here == '+' ? ' ' : here;
        starts[kept] = starts[i];
        widths[kept++] = widths[i];
      }
    }
    length = kept;
  }

  /** Adds a character; one that completes an escape takes the escape's place, and so on. */
  private void append(char added, int start, int width) {
    put(added, start, width);
    switch (added) {
      case ';' -> entity();
      case '/', '\\', '"', '\'' -> backslash(added);
      case '[' -> drop(CDATA);
      case '>' -> drop(CDATA_END);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> hexadecimal();
      case 'a', 'b', 'c', 'd', 'e', 'f', 'A', 'B', 'C', 'D', 'E', 'F' -> hexadecimal();
      default -> {}
    }
  }

  private void put(char added, int start, int width) {
    chars[length] = added;
    starts[length] = start;
    widths[length++] = (char) Math.min(width, Character.MAX_VALUE);
  }

  private void backslash(char escaped) {
    if (length > 1 && chars[length - 2] == '\\') {
      replace(2, escaped);
    }
  }

  private void hexadecimal() {
    int from = length - 3;
    if (from >= 0 && chars[from] == '%') {
      decode(2, 3);
    } else if (from > 0 && chars[from] == 'x' && chars[from - 1] == '\\') {
      decode(2, 4);
    } else if (from > 2
        && chars[from - 2] == 'u'
        && (chars[from - 3] == '\\' || chars[from - 3] == '%')) {
      decode(4, 6);
    }
  }

  private void decode(int digits, int size) {
    int unit = number(digits);
    if (unit >= 0) {
      replace(size, (char) unit);
    }
  }

  private boolean has(String expected, int from) {
    for (int i = 0; i < expected.length(); i++) {
      if (chars[from + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void entity() {
    int from = length - 2;
    while (from >= 0 && length - from < LONGEST_ENTITY && chars[from] != '&') {
      from--;
    }
    if (from < 0 || chars[from] != '&') {
      return;
    }
    int point = HtmlEntity.codePoint(new String(chars, from + 1, length - from - 2));
    if (point >= 0) {
      int size = length - from;
      int start = starts[from];
      int width = end(length - 1) - start;
      replace(size, Character.toChars(point)[0]);
      if (Character.charCount(point) > 1) {
        append(Character.lowSurrogate(point), start, width);
      }
    }
  }

  private int number(int digits) {
    int number = 0;
    for (int i = length - digits; i < length; i++) {
      int digit = Character.digit(chars[i], 16);
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number;
  }

  private void replace(int count, char by) {
    int end = end(length - 1);
    length -= count;
    int start = starts[length];
    append(by, start, end - start);
  }

  private void drop(String token) {
    if (length >= token.length() && has(token, length - token.length())) {
      length -= token.length();
    }
  }
}
