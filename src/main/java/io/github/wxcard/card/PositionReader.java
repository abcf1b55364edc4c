package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads where each value stands, and notices keys that are written twice: a tree keeps the last.
 */
final class PositionReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  /** Of all pointers together: what lies beyond has the place of what is around it. */
  private static final int MOST_CHARACTERS = 1 << 19;

  /** Stands for a pointer, and is none. */
  private static final String UNPLACED = "unplaced";

  private final Map<String, SourceRange> spans = new HashMap<>();

  /** The pointers of the structures around the parser, the innermost last. */
  private final List<String> around = new ArrayList<>();

  private int characters;
  private final SourceText lines;
  private final List<Slip> slips;

  /** Adds the slips it finds to {@code slips}. */
  PositionReader(SourceText lines, List<Slip> slips) {
    this.lines = lines;
    this.slips = slips;
  }

  /** By JSON pointer. */
  Map<String, SourceRange> read(String json) throws IOException {
    int key = -1;
    try (JsonParser parser = FACTORY.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (token == JsonToken.FIELD_NAME) {
          key = start;
          continue;
        }
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        if (token.isStructEnd()) {
          String pointer = around.remove(around.size() - 1);
          spans.computeIfPresent(pointer, (same, span) -> span.until(end));
        } else {
          value(parser, token, new SourceRange(key < 0 ? start : key, start, end));
        }
        key = -1;
      }
    }
    return spans;
  }

  private void value(JsonParser parser, JsonToken token, SourceRange span) {
    JsonStreamContext context = parser.getParsingContext();
    String pointer = pointer(token.isStructStart() ? context.getParent() : context);
    if (!pointer.equals(UNPLACED)) {
      note(pointer, span);
    }
    if (token.isStructStart()) {
      around.add(pointer);
    }
  }

  private String pointer(JsonStreamContext context) {
    if (characters > MOST_CHARACTERS) {
      return UNPLACED;
    }
    String pointer = context.inRoot() ? "" : around.get(around.size() - 1) + "/" + step(context);
    characters += pointer.length();
    return pointer;
  }

  private static String step(JsonStreamContext context) {
    return context.inArray()
        ? Integer.toString(context.getCurrentIndex())
        : JsonPointers.escaped(context.getCurrentName());
  }

  private void note(String pointer, SourceRange span) {
    if (spans.put(pointer, span) != null) {
      SourcePosition place = lines.at(span.start());
      slips.add(
          new Slip(
              place.line(),
              place.column(),
              "duplicate-key",
              pointer + " is written twice; the later value counts"));
    }
  }
}
