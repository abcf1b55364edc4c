package io.github.wxcard.card.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.text.InvisibleCharacters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts JSON into tokens. Comments and invisible characters between them, and raw control characters
 * in strings, are warnings; whatever else strict JSON does not know is a {@link JsonSyntaxError}.
 */
final class JsonTokenizer implements Trivia.Listener {
  /** What a token is; a character that begins none is of type OTHER. */
  enum Type {
    STRUCTURAL,
    STRING,
    NUMBER,
    LITERAL,
    OTHER,
    END
  }

  /** What to do where a quote is missing. */
  static final String QUOTES = "Keys and texts stand in straight double quotes: \"title\": \"…\".";

  /** Characters of a wrong word that a message shows. */
  private static final int MOST_SHOWN = 256;

  /** Digits of one number; more are an attack rather than a price. */
  private static final int MOST_DIGITS = 1000;

  private final SourceText source;
  private final String text;
  private final boolean lenient;
  private final List<Diagnostic> warnings = new ArrayList<>();
  private Type type = Type.END;
  private int start;
  private int end;
  private JsonNode value;

  /**
   * @param lenient whether comments and invisible characters may stand between tokens
   */
  JsonTokenizer(SourceText source, boolean lenient) {
    this.source = source;
    this.text = source.text();
    this.lenient = lenient;
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  Type type() {
    return type;
  }

  /** Whether the token is this bracket, comma or colon. */
  boolean is(char structural) {
    return type == Type.STRUCTURAL && text.charAt(start) == structural;
  }

  /** Whether the token is a bracket that closes. */
  boolean closes() {
    return is('}') || is(']');
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** What a string, a number or a literal says. */
  JsonNode value() {
    return value;
  }

  /** What a message calls the character that the token begins with. */
  String shown() {
    return Character.toString(text.codePointAt(start));
  }

  /** Goes on to the next token; behind the last one it stays at the end of the text. */
  void next() throws JsonSyntaxError {
    start = skipTrivia(end);
    end = start + 1;
    if (start == text.length()) {
      end = start;
      type = Type.END;
      return;
    }
    char c = text.charAt(start);
    if ("{}[],:".indexOf(c) >= 0) {
      type = Type.STRUCTURAL;
    } else if (c == '"') {
      type = Type.STRING;
    } else if (c == '-' || (c >= '0' && c <= '9')) {
      type = Type.NUMBER;
    } else {
      type = Character.isJavaIdentifierStart(c) ? Type.LITERAL : Type.OTHER;
    }
  }

  /** Reads the string, number or literal that begins here. */
  void read() throws JsonSyntaxError {
    switch (type) {
      case STRING ->
          value =
              JsonNodeFactory.instance.textNode(
                  string(
                      new JsonSyntaxError(
                          text.length(),
                          "the text ends inside a string",
                          "Close the string with a double quote.")));
      case NUMBER -> value = number();
      case LITERAL -> value = literal();
      default -> throw new IllegalStateException("no value begins with " + type);
    }
  }

  /** Reads the string that begins here. */
  String readKey() throws JsonSyntaxError {
    return string(JsonSyntaxError.endsEarly(text.length()));
  }

  private int skipTrivia(int from) throws JsonSyntaxError {
    int at = lenient ? Trivia.skip(text, from, this) : skipBlanks(from);
    if (at < text.length() && text.charAt(at) == '/') {
      throw new JsonSyntaxError(
          at, "a comment that is never closed", "Close it with */, or remove it.");
    }
    return at;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && Trivia.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  @Override
  public void comment(int at) {
    warn(at, "comment", "a comment");
  }

  @Override
  public void invisible(int at, int codePoint, int times) {
    String name = (times == 1 ? "" : times + " times ") + InvisibleCharacters.name(codePoint);
    boolean blank = InvisibleCharacters.isBlank(codePoint);
    warn(at, Diagnostic.INVISIBLE, name + (blank ? " instead of a blank" : " outside any text"));
  }

  private String string(JsonSyntaxError unclosed) throws JsonSyntaxError {
    StringBuilder content = new StringBuilder();
    boolean told = false;
    int at = start + 1;
    for (; at < text.length() && text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        content.append(escaped(at + 1));
        at += text.charAt(at + 1) == 'u' ? 5 : 1;
        continue;
      }
      if (c < ' ' && !told && lenient) {
        warn(
            at,
            Diagnostic.RAW_CONTROL_CHARACTER,
            "a raw line break or control character inside a string");
        told = true;
      }
      content.append(c);
    }
    if (at >= text.length()) {
      throw unclosed;
    }
    end = at + 1;
    return content.toString();
  }

  private char escaped(int at) throws JsonSyntaxError {
    if (at >= text.length()) {
      throw JsonSyntaxError.endsEarly(text.length());
    }
    char c = text.charAt(at);
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
      if (i >= text.length()) {
        throw JsonSyntaxError.endsEarly(text.length());
      }
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw JsonSyntaxError.at(
            i, "four hexadecimal digits should follow \\u, and %s is none".formatted(shown(i)));
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private JsonNode number() throws JsonSyntaxError {
    int at = text.charAt(start) == '-' ? start + 1 : start;
    int digits = digits(at);
    if (digits == at) {
      throw JsonSyntaxError.at(
          at, at == text.length() ? "the text ends inside a number" : "a digit should follow -");
    }
    if (text.charAt(at) == '0' && digits > at + 1) {
      throw new JsonSyntaxError(
          at + 1,
          "a number cannot begin with 0",
          "A phone number or a code is a text: put it in double quotes.");
    }
    at = digits;
    boolean whole = true;
    if (at < text.length() && text.charAt(at) == '.') {
      whole = false;
      at = digitsAfter(at + 1, ".");
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      whole = false;
      boolean signed =
          at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
      at = digitsAfter(at + (signed ? 2 : 1), "the exponent's e");
    }
    end = at;
    return number(text.substring(start, end), whole);
  }

  private JsonNode number(String written, boolean whole) throws JsonSyntaxError {
    long digits = written.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits > MOST_DIGITS) {
      throw JsonSyntaxError.at(
          start,
          "Number value length (%d) exceeds the maximum allowed (%d)"
              .formatted(digits, MOST_DIGITS));
    }
    try {
      if (!whole) {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(written));
      }
      BigInteger integer = new BigInteger(written);
      return integer.bitLength() < 32
          ? JsonNodeFactory.instance.numberNode(integer.intValue())
          : integer.bitLength() < 64
              ? JsonNodeFactory.instance.numberNode(integer.longValue())
              : JsonNodeFactory.instance.numberNode(integer);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxError(start, "a number out of all range", "Write a number that fits.");
    }
  }

  private int digits(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private int digitsAfter(int from, String what) throws JsonSyntaxError {
    int behind = digits(from);
    if (behind == from) {
      throw JsonSyntaxError.at(from, "a digit should follow " + what);
    }
    return behind;
  }

  private JsonNode literal() throws JsonSyntaxError {
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
      case "true" -> JsonNodeFactory.instance.booleanNode(true);
      case "false" -> JsonNodeFactory.instance.booleanNode(false);
      case "null" -> JsonNodeFactory.instance.nullNode();
      default ->
          throw new JsonSyntaxError(
              start, word + " is no JSON value", QUOTES + " Bare words are true, false and null.");
    };
  }

  private String shown(int at) {
    return Character.toString(text.codePointAt(at));
  }

  /** Notes where the text is not strict JSON, but clear enough. */
  void warn(int at, String rule, String message) {
    warnings.add(Diagnostic.lenience(source.position(at), rule, message));
  }
}
