package io.github.wxcard.card.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.text.InvisibleCharacters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Reads the strings, numbers and bare words of JSON; each read notes where it ended. */
final class ScalarReader {
  /** Characters of a wrong word that a message shows. */
  private static final int MOST_SHOWN = 256;

  /** Digits of one number; more are an attack rather than a price. */
  private static final int MOST_DIGITS = 1000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int end;
  private int rawControl;

  ScalarReader(String text) {
    this.text = text;
  }

  /** Behind what was read last. */
  int end() {
    return end;
  }

  /** Where the first raw control character of the last string stands, or -1. */
  int rawControl() {
    return rawControl;
  }

  /**
   * @param start where its opening quote stands
   * @param unclosed what is wrong when no quote closes it
   */
  String string(int start, JsonSyntaxError unclosed) throws JsonSyntaxError {
    rawControl = -1;
    StringBuilder content = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\') {
        content.append(escaped(at + 1));
        at += text.charAt(at + 1) == 'u' ? 6 : 2;
      } else {
        rawControl = c < ' ' && rawControl < 0 ? at : rawControl;
        content.append(c);
        at++;
      }
    }
    if (at >= text.length()) {
      throw unclosed;
    }
    end = at + 1;
    return content.toString();
  }

  private char escaped(int at) throws JsonSyntaxError {
    char c = character(at);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u') {
      throw new JsonSyntaxError(
          at,
          "\\%s is no escape that JSON knows".formatted(Character.toString(text.codePointAt(at))),
          "Write a backslash itself as two backslashes.");
    }
    int unit = 0;
    for (int i = at + 1; i <= at + 4; i++) {
      int digit = character(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw JsonSyntaxError.at(
            i,
            "four hexadecimal digits should follow \\u, and %s is none"
                .formatted(Character.toString(text.codePointAt(i))));
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private char character(int at) throws JsonSyntaxError {
    if (at >= text.length()) {
      throw JsonSyntaxError.endsEarly(text.length());
    }
    return text.charAt(at);
  }

  JsonNode number(int start) throws JsonSyntaxError {
    int first = is('-', start) ? start + 1 : start;
    int at = digits(first, "-");
    if (is('0', first) && at > first + 1) {
      throw new JsonSyntaxError(
          first + 1,
          "a number cannot begin with 0",
          "A phone number or a code is a text: put it in double quotes.");
    }
    boolean whole = true;
    if (is('.', at)) {
      whole = false;
      at = digits(at + 1, ".");
    }
    if (is('e', at) || is('E', at)) {
      whole = false;
      at = digits(is('+', at + 1) || is('-', at + 1) ? at + 2 : at + 1, "the exponent's e");
    }
    end = at;
    return number(start, text.substring(start, end), whole);
  }

  private static JsonNode number(int start, String written, boolean whole) throws JsonSyntaxError {
    long digits = written.chars().filter(ScalarReader::isDigit).count();
    if (digits > MOST_DIGITS) {
      throw JsonSyntaxError.at(
          start,
          String.format(
              Locale.ROOT,
              "Number value length (%d) exceeds the maximum allowed (%d)",
              digits,
              MOST_DIGITS));
    }
    try {
      if (!whole) {
        return NODES.numberNode(new BigDecimal(written));
      }
      BigInteger integer = new BigInteger(written);
      return integer.bitLength() < Integer.SIZE
          ? NODES.numberNode(integer.intValue())
          : integer.bitLength() < Long.SIZE
              ? NODES.numberNode(integer.longValue())
              : NODES.numberNode(integer);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxError(start, "a number out of all range", "Write a number that fits.");
    }
  }

  private boolean is(char c, int at) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Past one digit or more. */
  private int digits(int from, String behind) throws JsonSyntaxError {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw JsonSyntaxError.at(from, "a digit should follow " + behind);
    }
    return at;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** True, false or null. */
  JsonNode word(int start) throws JsonSyntaxError {
    int at = start;
    while (at < text.length()
        && Character.isJavaIdentifierPart(text.charAt(at))
        && !InvisibleCharacters.is(text.charAt(at))) {
      at++;
    }
    end = at;
    String word =
        end - start > MOST_SHOWN
            ? text.substring(start, start + MOST_SHOWN) + "..."
            : text.substring(start, end);
    return switch (word) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "null" -> NODES.nullNode();
      default ->
          throw new JsonSyntaxError(
              start,
              word + " is no JSON value",
              JsonSyntaxError.QUOTES + " Bare words are true, false and null.");
    };
  }
}
