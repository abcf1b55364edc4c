package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A successful answer to a call.
 *
 * @param pretended a dry run's empty answer
 */
record ApiResponse(JsonNode tree, boolean pretended) {
  /** A member's text; stray blanks, which WeChat sends, are dropped. */
  String text(String name) {
    return tree.path(name).asText("").strip();
  }
}
