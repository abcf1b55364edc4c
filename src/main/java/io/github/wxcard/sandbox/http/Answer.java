package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Strike;
import io.github.wxcard.server.FaultEffect;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.QueryString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param strike the fault that befalls it on the way
 */
record Answer(int status, Map<String, String> headers, byte[] content, Strike strike) {
  private static final String REASON = "X-Wxcard-Reason";

  /** A document; on WeChat's paths as WeChat writes it, with every {@code /} as {@code \\/}. */
  static Answer json(String path, int status, JsonNode document) {
    byte[] text = Json.bytes(document);
    return of(
        status,
        "application/json; encoding=utf-8",
        ApiPath.isOf(path) ? slashesEscaped(text) : text);
  }

  static Answer plain(int status, String text) {
    return of(status, "text/plain; charset=utf-8", bytes(text));
  }

  static Answer of(int status, String contentType, byte[] content) {
    return of(status, Map.of("Content-Type", contentType), content);
  }

  static Answer of(int status, Map<String, String> headers, byte[] content) {
    return new Answer(status, headers, content, Strike.NONE);
  }

  Response response() {
    return new Response(
        status,
        headers,
        content,
        new FaultEffect(strike.drop(), strike.truncate(), strike.delayMillis()));
  }

  /** Says why, in a header that WeChat does not send. */
  Answer because(String reason) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(REASON, QueryString.encoded(reason));
    return new Answer(status, more, content, strike);
  }

  Answer befallenBy(Strike fault) {
    return new Answer(status, headers, content, fault);
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
