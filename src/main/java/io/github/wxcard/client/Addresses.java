package io.github.wxcard.client;

import io.github.wxcard.config.Target;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Full addresses from base, path, query and token. */
final class Addresses {
  private Addresses() {}

  /**
   * @param token null for calls without one
   */
  static URI of(Target target, Call call, String token) {
    URI base = call.path().equals(QrCodes.PICTURE_PATH) ? target.mpBase() : target.apiBase();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (token != null) {
      query.add("access_token=" + encoded(token));
    }
    call.query().forEach((key, value) -> query.add(encoded(key) + "=" + encoded(value)));
    return URI.create(base + call.path() + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
