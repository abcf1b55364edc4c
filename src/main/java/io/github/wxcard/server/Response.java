package io.github.wxcard.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers beside those of the connection, the length and the date
 * @param effect what is to go wrong on its way
 */
public record Response(int status, Map<String, String> headers, byte[] content, Effect effect) {

  /**
   * What goes wrong with an answer because somebody asked for it.
   *
   * @param drop whether the connection is cut instead
   * @param truncate whether it is cut in the middle of the content
   * @param delayMillis how long the answer is held back
   */
  public record Effect(boolean drop, boolean truncate, long delayMillis) {
    public static final Effect NONE = new Effect(false, false, 0);
  }

  public Response(int status, Map<String, String> headers, byte[] content) {
    this(status, headers, content, Effect.NONE);
  }

  public static Response plain(int status, String text) {
    return new Response(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, content, effect);
  }

  public Response withEffect(Effect other) {
    return new Response(status, headers, content, other);
  }
}
