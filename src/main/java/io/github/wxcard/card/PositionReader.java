package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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

  private final Map<String, Place> places = new HashMap<>();
  private final List<Slip> slips;

  /** Adds the slips it finds to {@code slips}. */
  PositionReader(List<Slip> slips) {
    this.slips = slips;
  }

  Positions read(String json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
          note(parser);
        }
      }
    }
    return new Positions(places);
  }

  private void note(JsonParser parser) {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    JsonLocation at = parser.currentTokenLocation();
    Place place = new Place(at.getLineNr(), at.getColumnNr());
    if (places.put(pointer, place) != null) {
      slips.add(
          new Slip(
              place.line(),
              place.column(),
              "duplicate-key",
              pointer + " is written twice; the later value counts"));
    }
  }
}
