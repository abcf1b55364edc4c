package io.github.wxcard.card.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.text.InvisibleCharacters;
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
    WORD,
    OTHER,
    END
  }

  private final SourceText source;
  private final String text;
  private final boolean lenient;
  private final ScalarReader scalars;
  private final List<Diagnostic> warnings = new ArrayList<>();
  private Type type = Type.END;
  private int start;
  private int end;

  /**
   * @param lenient whether comments and invisible characters may stand between tokens
   */
  JsonTokenizer(SourceText source, boolean lenient) {
    this.source = source;
    this.text = source.text();
    this.lenient = lenient;
    this.scalars = new ScalarReader(source.text());
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  Type type() {
    return type;
  }

  /** Whether the text is at its end. */
  boolean isEnd() {
    return type == Type.END;
  }

  /** Whether a string, a number or a bare word begins here. */
  boolean isScalar() {
    return type == Type.STRING || type == Type.NUMBER || type == Type.WORD;
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
      type = Character.isJavaIdentifierStart(c) ? Type.WORD : Type.OTHER;
    }
  }

  /** Reads the string, number or literal that begins here. */
  JsonNode scalar() throws JsonSyntaxError {
    if (type == Type.STRING) {
      return JsonNodeFactory.instance.textNode(
          string(
              new JsonSyntaxError(
                  text.length(),
                  "the text ends inside a string",
                  "Close the string with a double quote.")));
    }
    JsonNode value = type == Type.NUMBER ? scalars.number(start) : scalars.word(start);
    end = scalars.end();
    return value;
  }

  /** Reads the string that begins here. */
  String key() throws JsonSyntaxError {
    return string(JsonSyntaxError.endsEarly(text.length()));
  }

  private String string(JsonSyntaxError unclosed) throws JsonSyntaxError {
    String content = scalars.string(start, unclosed);
    end = scalars.end();
    if (lenient && scalars.rawControl() >= 0) {
      warn(
          scalars.rawControl(),
          Diagnostic.RAW_CONTROL_CHARACTER,
          "a raw line break or control character inside a string");
    }
    return content;
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

  /** Notes where the text is not strict JSON, but clear enough. */
  void warn(int at, String rule, String message) {
    warnings.add(Diagnostic.lenience(source.position(at), rule, message));
  }
}
