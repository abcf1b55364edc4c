package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON in columns. */
final class JsonColumn {
  private JsonColumn() {}

  static ObjectNode object(String text) {
    return (ObjectNode) tree(text);
  }

  static JsonNode tree(String text) {
    try {
      return Json.read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JsonNode tree) {
    return Json.write(tree);
  }
}
