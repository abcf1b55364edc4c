package io.github.wxcard.card.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON the way people write it, in one pass: what it says, where in the text each value
 * stands, and where it is not strict JSON but clear enough, such as a trailing comma.
 */
public final class LenientParser {
  /** Far more than any card has. */
  private static final int DEEPEST = 200;

  /** Of all pointers together: what lies beyond has the place of what is around it. */
  private static final int MOST_CHARACTERS = 1 << 19;

  private final SourceText source;
  private final boolean lenient;
  private final JsonTokenizer token;
  private final Map<String, SourceRange> ranges = new HashMap<>();
  private final List<Diagnostic> duplicates = new ArrayList<>();
  private int characters;
  private int depth;

  /**
   * What was read.
   *
   * @param warnings where the text is not strict JSON, in the order of the text but for keys that
   *     are written twice, which come last
   */
  public record Parsed(JsonNode tree, List<Diagnostic> warnings, JsonSourceMap sourceMap) {}

  private LenientParser(SourceText source, boolean lenient) {
    this.source = source;
    this.lenient = lenient;
    this.token = new JsonTokenizer(source, lenient);
  }

  public static Parsed parse(SourceText source) throws JsonSyntaxError {
    LenientParser parser = new LenientParser(source, true);
    JsonNode tree = parser.document();
    List<Diagnostic> warnings = new ArrayList<>(parser.token.warnings());
    warnings.addAll(parser.duplicates);
    return new Parsed(tree, warnings, new JsonSourceMap(parser.ranges, source));
  }

  /** Strict JSON, but for raw control characters in strings. */
  public static JsonNode parseStrictly(SourceText source) throws JsonSyntaxError {
    return new LenientParser(source, false).document();
  }

  private JsonNode document() throws JsonSyntaxError {
    token.next();
    if (token.isEnd()) {
      throw JsonSyntaxError.at(token.end(), "no JSON value, the text is empty");
    }
    if (token.closes()) {
      throw closesNothing();
    }
    JsonNode tree = value(Optional.of(""), -1);
    token.next();
    if (token.closes()) {
      throw closesNothing();
    }
    if (!token.isEnd()) {
      throw follows();
    }
    return tree;
  }

  /** What is no JSON at all is told as such. */
  private JsonSyntaxError follows() throws JsonSyntaxError {
    int start = token.start();
    boolean known =
        token.is('{')
            || token.is('[')
            || token.type() == JsonTokenizer.Type.STRING
            || token.type() == JsonTokenizer.Type.NUMBER;
    if (!known) {
      scalar();
    }
    return JsonSyntaxError.at(start, "something follows the end of the JSON value");
  }

  /**
   * @param pointer empty beyond what is kept of pointers
   * @param key where the value's key begins, or -1
   */
  private JsonNode value(Optional<String> pointer, int key) throws JsonSyntaxError {
    int start = token.start();
    note(pointer, new SourceRange(key < 0 ? start : key, start, start));
    JsonNode value;
    if (token.is('{')) {
      value = object(pointer);
    } else if (token.is('[')) {
      value = array(pointer);
    } else {
      value = scalar();
    }
    int end = token.end();
    pointer.ifPresent(at -> ranges.computeIfPresent(at, (same, range) -> range.until(end)));
    return value;
  }

  private JsonNode scalar() throws JsonSyntaxError {
    if (token.isScalar()) {
      return token.scalar();
    }
    throw source.text().charAt(token.start()) == '+'
        ? new JsonSyntaxError(
            token.start(), "a number cannot begin with +", "Write it without the sign.")
        : new JsonSyntaxError(
            token.start(),
            "unexpected %s: a value should be here".formatted(token.shown()),
            "Write a value there, or remove the comma or colon before it.");
  }

  private ObjectNode object(Optional<String> pointer) throws JsonSyntaxError {
    int start = enter();
    ObjectNode object = Json.object();
    token.next();
    for (boolean more = !token.is('}'); more; more = comma(start)) {
      int key = token.start();
      String name = key(start);
      colon();
      token.next();
      if (token.isEnd()) {
        throw JsonSyntaxError.endsEarly(token.end());
      }
      object.set(name, value(child(pointer, JsonPointers.escaped(name)), key));
    }
    depth--;
    return object;
  }

  private ArrayNode array(Optional<String> pointer) throws JsonSyntaxError {
    int start = enter();
    ArrayNode array = Json.array();
    token.next();
    for (boolean more = !token.is(']'); more; more = comma(start)) {
      mustNotEnd(start);
      array.add(value(child(pointer, Integer.toString(array.size())), -1));
    }
    depth--;
    return array;
  }

  /** Where the object or list begins whose opening bracket was read. */
  private int enter() throws JsonSyntaxError {
    if (++depth > DEEPEST) {
      throw JsonSyntaxError.at(
          token.end(),
          String.format(
              Locale.ROOT,
              "Document nesting depth (%d) exceeds the maximum allowed (%d)",
              depth,
              DEEPEST));
    }
    return token.start();
  }

  private String key(int objectStart) throws JsonSyntaxError {
    mustNotEnd(objectStart);
    if (token.type() != JsonTokenizer.Type.STRING) {
      throw new JsonSyntaxError(
          token.start(),
          "unexpected %s: a key in double quotes should begin here".formatted(token.shown()),
          JsonSyntaxError.QUOTES);
    }
    return token.key();
  }

  private void colon() throws JsonSyntaxError {
    token.next();
    if (token.isEnd()) {
      throw JsonSyntaxError.endsEarly(token.end());
    }
    if (!token.is(':')) {
      throw new JsonSyntaxError(
          token.start(),
          "unexpected %s: a colon should follow the key".formatted(token.shown()),
          "Write \"key\": value.");
    }
  }

  /** Goes on behind a value: whether a comma is there and another key or element follows. */
  private boolean comma(int start) throws JsonSyntaxError {
    token.next();
    mustNotEnd(start);
    if (token.closes()) {
      return false;
    }
    if (!token.is(',')) {
      throw new JsonSyntaxError(
          token.start(),
          "unexpected %s: a comma or the closing bracket should be here".formatted(token.shown()),
          "Put a comma between two elements.");
    }
    int comma = token.start();
    token.next();
    if (token.isEnd()) {
      throw JsonSyntaxError.endsEarly(token.end());
    }
    mustNotEnd(start);
    boolean trailing = lenient && token.closes();
    if (trailing) {
      token.warn(comma, Diagnostic.TRAILING_COMMA, "a comma after the last element");
    }
    return !trailing;
  }

  /** What begins at {@code start} must be closed, and by its own bracket. */
  private void mustNotEnd(int start) throws JsonSyntaxError {
    if (token.isEnd()) {
      throw new JsonSyntaxError(
          token.end(),
          "the text ends before what begins at %s is closed".formatted(inWords(start)),
          "Add the missing } or ].");
    }
    char close = source.text().charAt(start) == '{' ? '}' : ']';
    if (token.closes() && !token.is(close)) {
      throw new JsonSyntaxError(
          token.start(),
          "unexpected %s: %s should close what begins at %s"
              .formatted(token.shown(), close, inWords(start)),
          "Make the brackets match.");
    }
  }

  private String inWords(int offset) {
    SourcePosition position = source.position(offset);
    return String.format(Locale.ROOT, "line %d, column %d", position.line(), position.column());
  }

  private JsonSyntaxError closesNothing() {
    return new JsonSyntaxError(
        token.start(),
        "unexpected %s: it closes nothing".formatted(token.shown()),
        "Remove it, or open it before.");
  }

  private Optional<String> child(Optional<String> parent, String step) {
    if (characters > MOST_CHARACTERS || parent.isEmpty()) {
      return Optional.empty();
    }
    String pointer = parent.get() + "/" + step;
    characters += pointer.length();
    return Optional.of(pointer);
  }

  private void note(Optional<String> pointer, SourceRange range) {
    if (pointer.isPresent() && ranges.put(pointer.get(), range) != null) {
      duplicates.add(
          Diagnostic.lenience(
              source.position(range.start()),
              "duplicate-key",
              pointer.get() + " is written twice; the later value counts"));
    }
  }
}
