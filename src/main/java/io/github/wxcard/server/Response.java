package io.github.wxcard.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers beside those of the connection, the length and the date
 * @param effect what is to go wrong on its way
 */
public record Response(
    int status, Map<String, String> headers, byte[] content, FaultEffect effect) {
  /** An answer that arrives as it is. */
  public Response(int status, Map<String, String> headers, byte[] content) {
    this(status, headers, content, FaultEffect.NONE);
  }

  /** Words for a person. */
  public static Response plain(int status, String text) {
    return new Response(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
