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
record RequestPayload(String contentType, byte[] bytes, JsonNode shown) {
  /** Raw UTF-8: WeChat refuses {@code \\uXXXX} escapes. */
  static RequestPayload json(JsonNode tree) {
    return new RequestPayload(
        "application/json", Json.write(tree).getBytes(StandardCharsets.UTF_8), tree);
  }

  static RequestPayload described(String contentType, byte[] bytes, String description) {
    return new RequestPayload(contentType, bytes, JsonNodeFactory.instance.textNode(description));
  }
}
