package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.util.Optional;

/**
 * A successful answer of any shape.
 *
 * @param contentType as the server says, empty when it does not
 * @param body the bytes as they came
 * @param tree what they say, when they are JSON
 */
public record RawApiResponse(String contentType, byte[] body, Optional<JsonNode> tree) {
  /** What a dry run goes on with. */
  static RawApiResponse pretended() {
    return new RawApiResponse("", new byte[0], Optional.of(Json.object()));
  }
}
