package io.github.wxcard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.wxcard.sandbox.service.base.QueryString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What came over the wire.
 *
 * @param sender what a browser says of who asks
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    String contentType,
    byte[] content,
    Sender sender) {
  private static final int LARGEST_BODY = 10 << 20;
  private static final long LARGEST_DRAINED = 100L << 20;

  /** Reads a request whole; null when its body is larger than anybody may send. */
  static Request read(HttpExchange exchange) throws IOException {
    byte[] content;
    try (InputStream body = exchange.getRequestBody()) {
      content = body.readNBytes(LARGEST_BODY + 1);
      if (content.length > LARGEST_BODY) {
        // A caller that is still sending would find the connection cut instead of the answer.
        drain(body);
        return null;
      }
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        QueryString.parse(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        content,
        Sender.of(exchange));
  }

  private static void drain(InputStream body) throws IOException {
    long left = LARGEST_DRAINED;
    byte[] buffer = new byte[8192];
    for (int read = body.read(buffer); read > 0 && left > 0; read = body.read(buffer)) {
      left -= read;
    }
  }
}
