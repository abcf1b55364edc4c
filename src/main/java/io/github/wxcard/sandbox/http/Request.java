package io.github.wxcard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What came over the wire. */
record Request(
    String method, String path, Map<String, String> query, String contentType, byte[] content) {
  private static final int LARGEST_BODY = 10 << 20;

  /** Reads a request whole; null when its body is larger than anybody may send. */
  static Request read(HttpExchange exchange) throws IOException {
    byte[] content;
    try (InputStream body = exchange.getRequestBody()) {
      content = body.readNBytes(LARGEST_BODY + 1);
      if (content.length > LARGEST_BODY) {
        return null;
      }
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        content);
  }

  /** The parameters of a query; of two with one name the first counts. */
  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (int start = 0; query != null && start < query.length(); ) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      String value = nameEnd == end ? "" : query.substring(nameEnd + 1, end);
      parameters.putIfAbsent(decode(query.substring(start, nameEnd)), decode(value));
      start = end + 1;
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
