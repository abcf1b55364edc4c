package io.github.wxcard.cli.sign;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters of a page as somebody copied them.
 *
 * @param values what WeChat reads; what is empty or null is left out
 * @param misnamed what it does not read, by the name that it would be read under
 * @param causes why the page fails whatever the digest is
 * @param warnings names that WeChat would not know, and what nobody should see
 */
record PastedParameters(
    Map<String, String> values,
    Map<String, Misnamed> misnamed,
    List<PageFailureCause> causes,
    List<String> warnings) {
  private static final Pattern SECRET = Pattern.compile("ticket|secret|accesstoken");
  private static final String LEAK = "SECRET IN THE PAGE: ";

  static final PastedParameters NONE =
      new PastedParameters(Map.of(), Map.of(), List.of(), List.of());

  /** A value under a name that WeChat does not read. */
  record Misnamed(String name, String value) {}

  /** A value that WeChat reads, or the empty text. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** What was meant, and is not read. */
  List<PageFailureCause> misreadings(PastedFormat format) {
    return misnamed.entrySet().stream()
        .filter(given -> !values.containsKey(given.getKey()))
        .map(given -> PageFailureCause.misread(format, given.getKey(), given.getValue().name()))
        .toList();
  }

  /** Whether a name tells of a secret. */
  boolean leaks() {
    return warnings.stream().anyMatch(warning -> warning.startsWith(LEAK));
  }

  /** The names under which a secret itself is passed on. */
  List<String> holding(String secret) {
    return values.entrySet().stream()
        .filter(value -> value.getValue().equals(secret) && !isSecret(value.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same with every value under the name that was meant. */
  PastedParameters asMeant() {
    Map<String, String> meant = new LinkedHashMap<>(values);
    misnamed.forEach((right, given) -> meant.putIfAbsent(right, given.value()));
    return new PastedParameters(meant, new HashMap<>(), causes, warnings);
  }

  static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT).replace("_", "")).find();
  }

  /** What a secret in a page means. */
  static String leak(String where, String name) {
    return LEAK
        + "%s hands %s to every visitor, and who has it can sign in your name. Take it out; nobody but your server needs it"
            .formatted(where, name);
  }
}
