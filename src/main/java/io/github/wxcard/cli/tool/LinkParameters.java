package io.github.wxcard.cli.tool;

import io.github.wxcard.text.QueryString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What WeChat says in a link that it opens, decoded.
 *
 * @param values in the link's order
 * @param warnings what was repaired or looks wrong
 */
record LinkParameters(Map<String, String> values, List<String> warnings) {
  static final List<String> NAMES =
      List.of("encrypt_code", "card_id", "openid", "outer_str", "activate_ticket");

  private static final String ENCRYPTED = "encrypt_code";

  static LinkParameters of(CardLink link) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (String pair : link.query()) {
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

  private static String decoded(String raw, UnaryOperator<String> decoding, List<String> warnings) {
    try {
      return decoding.apply(raw);
    } catch (IllegalArgumentException e) {
      warnings.add("the percent-encoding of the link is broken: " + e.getMessage());
      return raw;
    }
  }
}
