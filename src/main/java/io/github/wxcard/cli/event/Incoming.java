package io.github.wxcard.cli.event;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * A request to the callback address.
 *
 * @param query escaped; null when there is none
 * @param body null when it is longer than any message
 */
record Incoming(String method, String path, String query, String contentType, byte[] body) {
  static Incoming read(HttpExchange exchange, int longest) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(longest + 1);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return new Incoming(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestURI().getRawQuery(),
        type == null ? "text/xml" : type,
        body.length > longest ? null : body);
  }
}
