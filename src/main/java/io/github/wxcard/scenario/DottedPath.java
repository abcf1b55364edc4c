package io.github.wxcard.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Ways into a document: a JSON pointer, or keys with dots between them. */
final class DottedPath {
  private DottedPath() {}

  /** {@code /a/b} as it is, {@code a.b} as {@code /a/b}; the empty text is the whole document. */
  static String pointer(String written) {
    return written.isEmpty() || written.startsWith("/") ? written : "/" + written.replace('.', '/');
  }

  /** Names what the nearest existing place around a missing one holds. */
  static String whatIsThere(JsonNode document, String pointer) {
    JsonNode place = document;
    StringBuilder way = new StringBuilder();
    for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
      JsonNode next = next(place, rest);
      if (next.isMissingNode()) {
        break;
      }
      way.append('/').append(rest.getMatchingProperty());
      place = next;
    }
    return (way.isEmpty() ? "the result" : way) + holds(place);
  }

  private static JsonNode next(JsonNode place, JsonPointer step) {
    return place.isArray()
        ? place.path(step.getMatchingIndex())
        : place.path(step.getMatchingProperty());
  }

  private static String holds(JsonNode place) {
    if (place.isArray()) {
      return " is a list of " + place.size();
    }
    if (!place.isObject()) {
      return " is a plain value";
    }
    List<String> keys = new ArrayList<>();
    place.fieldNames().forEachRemaining(keys::add);
    return keys.isEmpty() ? " is empty" : " has " + String.join(", ", keys);
  }
}
