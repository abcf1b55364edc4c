package io.github.wxcard.text;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The part of an address behind the question mark, and percent-encoding. */
public final class QueryString {
  private QueryString() {}

  /**
   * The decoded parameters, in their order; of two with one name the first counts. What is wrongly
   * encoded stays as it is.
   *
   * @param raw as it was sent, or null for an address that has none
   */
  public static Map<String, String> parse(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int start = 0; raw != null && start < raw.length(); ) {
      int end = raw.indexOf('&', start);
      end = end < 0 ? raw.length() : end;
      int equals = raw.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      String value = nameEnd == end ? "" : raw.substring(nameEnd + 1, end);
      parameters.putIfAbsent(lenient(raw.substring(start, nameEnd)), lenient(value));
      start = end + 1;
    }
    return parameters;
  }

  /** Parameters as they stand behind the question mark. */
  public static String of(Map<String, String> parameters) {
    StringJoiner query = new StringJoiner("&");
    parameters.forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
    return query.toString();
  }

  /** Adds parameters behind those that an address has, and before its fragment. */
  public static String appended(String url, Map<String, String> parameters) {
    int hash = url.indexOf('#');
    String page = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    String joint = !page.contains("?") ? "?" : page.endsWith("?") || page.endsWith("&") ? "" : "&";
    return page + joint + of(parameters) + fragment;
  }

  /** A blank becomes %20, which every decoder takes for one. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * As forms are read, where a plus is a blank; an IllegalArgumentException for a stray percent.
   */
  public static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** As paths are read, where a plus is a plus; an IllegalArgumentException for a stray percent. */
  public static String percentDecoded(String text) {
    return decoded(text.replace("+", "%2B"));
  }

  private static String lenient(String text) {
    try {
      return decoded(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
