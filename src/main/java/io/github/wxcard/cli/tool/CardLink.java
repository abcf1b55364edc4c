package io.github.wxcard.cli.tool;

import io.github.wxcard.text.QueryString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A merchant's page as WeChat opens it from a card.
 *
 * @param page the address before its query
 * @param query the pairs of the query as they stand, still percent-encoded
 * @param fragment with its {@code #}, or empty
 */
record CardLink(String page, List<String> query, String fragment) {
  static CardLink of(String url) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String[] parts = (hash < 0 ? url : url.substring(0, hash)).split("\\?", 2);
    List<String> query =
        parts.length < 2
            ? List.of()
            : Stream.of(parts[1].split("&", -1)).filter(pair -> !pair.isEmpty()).toList();
    return new CardLink(parts[0], query, fragment);
  }

  /** Whether the query has a parameter of this name. */
  boolean has(String name) {
    return query.stream().anyMatch(pair -> pair.split("=", 2)[0].equals(name));
  }

  /** The same with further parameters behind those that are there, percent-encoded. */
  CardLink with(Map<String, String> parameters) {
    List<String> more = new ArrayList<>(query);
    parameters.forEach((name, value) -> more.add(name + "=" + QueryString.encoded(value)));
    return new CardLink(page, List.copyOf(more), fragment);
  }

  @Override
  public String toString() {
    return page + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment;
  }

  /** The merchant's own address, without what WeChat added. */
  String target() {
    List<String> rest =
        query.stream()
            .filter(pair -> !LinkParameters.NAMES.contains(pair.split("=", 2)[0]))
            .toList();
    return new CardLink(page, rest, fragment).toString();
  }

  /** What WeChat added. */
  LinkParameters parameters() {
    return LinkParameters.of(query);
  }

  /**
   * What WeChat says in a link that it opens, decoded.
   *
   * @param values in the link's order
   * @param warnings what was repaired or looks wrong
   */
  record LinkParameters(Map<String, String> values, List<String> warnings) {
    private static final List<String> NAMES =
        List.of("encrypt_code", "card_id", "openid", "outer_str", "activate_ticket");

    private static final String ENCRYPTED = "encrypt_code";

    private static LinkParameters of(List<String> query) {
      Map<String, String> values = new LinkedHashMap<>();
      List<String> warnings = new ArrayList<>();
      for (String pair : query) {
        String[] halves = pair.split("=", 2);
        if (!NAMES.contains(halves[0])) {
          continue;
        }
        String value = halves.length < 2 ? "" : halves[1];
        String plain =
            halves[0].equals(ENCRYPTED)
                ? encryptCode(value, warnings)
                : decoded(value, QueryString::decoded, warnings);
        if (values.putIfAbsent(halves[0], plain) != null) {
          warnings.add(halves[0] + " stands in the link more than once; the first one counts");
        }
      }
      return new LinkParameters(values, warnings);
    }

    /** Base64 has no blank in it: one was a + before somebody decoded it as a form does. */
    private static String encryptCode(String raw, List<String> warnings) {
      String value = decoded(raw, QueryString::percentDecoded, warnings);
      if (value.indexOf('%') >= 0 && !value.equals(raw)) {
        warnings.add("encrypt_code was percent-encoded twice; it is decoded twice here");
        value = decoded(value, QueryString::percentDecoded, warnings);
      }
      if (value.indexOf(' ') >= 0) {
        warnings.add(
            "encrypt_code had blanks where it has +: it was decoded once too often, and is repaired");
        value = value.replace(' ', '+');
      }
      return value;
    }

    private static String decoded(
        String raw, UnaryOperator<String> decoding, List<String> warnings) {
      try {
        return decoding.apply(raw);
      } catch (IllegalArgumentException e) {
        warnings.add("the percent-encoding of the link is broken: " + e.getMessage());
        return raw;
      }
    }
  }
}
