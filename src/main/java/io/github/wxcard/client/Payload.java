package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * A request's body.
 *
 * @param shown what a trace or a dry run shows instead of the bytes
 */
record Payload(String contentType, byte[] bytes, JsonNode shown) {
  /** Raw UTF-8: WeChat refuses {@code \\uXXXX} escapes. */
  static Payload json(JsonNode tree) {
    return new Payload("application/json", Json.write(tree).getBytes(StandardCharsets.UTF_8), tree);
  }

  static Payload described(String contentType, byte[] bytes, String description) {
    return new Payload(contentType, bytes, JsonNodeFactory.instance.textNode(description));
  }
}
