package io.github.wxcard.sandbox.service.base;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The part of an address behind the question mark. */
public final class QueryString {
  private QueryString() {}

  /**
   * The decoded parameters; of two with one name the first counts.
   *
   * @param query the raw text, or null for an address that has none
   */
  public static Map<String, String> parse(String query) {
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
