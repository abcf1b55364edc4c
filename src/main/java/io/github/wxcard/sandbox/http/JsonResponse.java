package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.server.Response;
import java.util.Map;

/** Answers in JSON. */
final class JsonResponse {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json; encoding=utf-8");

  private JsonResponse() {}

  /** A document; on WeChat's paths as WeChat writes it, with every {@code /} as {@code \\/}. */
  static Response of(String path, int status, JsonNode document) {
    byte[] text = Json.bytes(document);
    return new Response(status, HEADERS, Route.isApi(path) ? slashesEscaped(text) : text);
  }

  /** In compact JSON a slash stands in texts only. */
  private static byte[] slashesEscaped(byte[] json) {
    int slashes = 0;
    for (byte each : json) {
      slashes += each == '/' ? 1 : 0;
    }
    if (slashes == 0) {
      return json;
    }
    byte[] escaped = new byte[json.length + slashes];
    int end = 0;
    for (byte each : json) {
      if (each == '/') {
        escaped[end++] = '\\';
      }
      escaped[end++] = each;
    }
    return escaped;
  }
}
