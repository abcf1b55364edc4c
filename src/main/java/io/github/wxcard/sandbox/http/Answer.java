package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over the wire. */
record Answer(int status, Map<String, String> headers, byte[] content) {
  static final Answer TOO_LARGE = plain(413, "The body is larger than 10 MiB.\n");

  static Answer json(int status, JsonNode document) {
    return of(status, "application/json; encoding=utf-8", bytes(Json.write(document)));
  }

  static Answer plain(int status, String text) {
    return of(status, "text/plain; charset=utf-8", bytes(text));
  }

  static Answer of(int status, String contentType, byte[] content) {
    return new Answer(status, Map.of("Content-Type", contentType), content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
