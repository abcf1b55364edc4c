package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads where each value stands, and notices keys that are written twice: a tree keeps the last.
 */
final class PositionReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private final Map<String, Span> spans = new HashMap<>();
  private final TextLines lines;
  private final List<Slip> slips;

  /** Adds the slips it finds to {@code slips}. */
  PositionReader(TextLines lines, List<Slip> slips) {
    this.lines = lines;
    this.slips = slips;
  }

  /** By JSON pointer. */
  Map<String, Span> read(String json) throws IOException {
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
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        if (token.isStructEnd()) {
          spans.computeIfPresent(pointer, (same, span) -> span.until(end));
        } else {
          note(pointer, new Span(key < 0 ? start : key, start, end));
        }
        key = -1;
      }
    }
    return spans;
  }

  private void note(String pointer, Span span) {
    if (spans.put(pointer, span) != null) {
      Place place = lines.at(span.start());
      slips.add(
          new Slip(
              place.line(),
              place.column(),
              "duplicate-key",
              pointer + " is written twice; the later value counts"));
    }
  }
}
