package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameters that WeChat adds to the callback address.
 *
 * @param values the first of each name, unescaped
 */
public record CallbackQuery(Map<String, String> values) {
  /**
   * Takes a query apart; a {@link Failure} of kind INPUT for one that is wrongly escaped.
   *
   * @param raw what stands behind the question mark; null for nothing
   */
  public static CallbackQuery parse(String raw) {
    Map<String, String> values = new HashMap<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        values.putIfAbsent(unescaped(pair.substring(0, sign)), unescaped(pair.substring(sign + 1)));
      }
    }
    return new CallbackQuery(values);
  }

  /** A value; empty when there is none. */
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** When it was signed, in Unix seconds by the sender's clock; 0 when that is no number. */
  public long seconds() {
    return value("timestamp").matches("[0-9]{1,12}") ? Long.parseLong(value("timestamp")) : 0;
  }

  /** What tells one signed request from all others. */
  public String signed() {
    return String.join("\n", value("timestamp"), value("nonce"), value("signature"));
  }

  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Failure.of(Kind.INPUT, "the query is wrongly escaped", "Send it as WeChat does.")
          .causedBy(e);
    }
  }
}
