package io.github.wxcard.cli.tool;

import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.KeyValue;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which call somebody means by a path or by an address pasted from elsewhere.
 *
 * @param query without the token, which is added anew
 * @param hadToken whether there was one, which nobody may see
 */
record ApiAddress(String path, Map<String, String> query, boolean hadToken) {
  private static final String TOKEN = "access_token";
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@/-]*");

  /** What a server may read as another path than the one that stands there. */
  private static final Pattern DETOUR = Pattern.compile(".*(?://|/\\.{1,2}(?:/|$)).*");

  /**
   * Reads what was typed; a {@link Failure} of kind USAGE for another host or for no path at all.
   *
   * @param more {@code name=value} each, not percent-encoded
   */
  static ApiAddress of(String typed, List<String> more, ResolvedAccount target) {
    String rest = SCHEME.matcher(typed).matches() ? withoutBase(typed, target) : typed;
    String[] parts = rest.split("#", 2)[0].split("\\?", 2);
    String path = parts[0].startsWith("/") ? parts[0] : "/" + parts[0];
    if (!PATH.matcher(path).matches() || DETOUR.matcher(path).matches()) {
      throw Failure.of(
          FailureKind.USAGE,
          "'" + parts[0] + "' is no path of the API",
          "Write it like /card/get; `wxcard api --list` shows those that wxcard knows.");
    }
    Map<String, String> query = new LinkedHashMap<>();
    Stream.of(parts.length < 2 ? new String[0] : parts[1].split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> put(query, decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])));
    for (String each : more) {
      KeyValue pair = KeyValueOptions.one("--query", each, "name=value");
      put(query, pair.key(), pair.value());
    }
    boolean hadToken = query.remove(TOKEN) != null;
    return new ApiAddress(path, query, hadToken);
  }

  private static void put(Map<String, String> query, String name, String value) {
    if (query.put(name, value) != null && !name.equals(TOKEN)) {
      throw KeyValueOptions.repeated("the parameter " + name + " of the query");
    }
  }

  private static String withoutBase(String typed, ResolvedAccount target) {
    return address(typed)
        .filter(
            address ->
                target.hasAlias(address)
                    || Stream.of(target.apiBase(), target.mpBase())
                        .anyMatch(base -> sameHost(address, base)))
        .map(URI::getRawAuthority)
        .map(authority -> typed.substring(typed.indexOf(authority) + authority.length()))
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "that address is on another host than " + target.apiBase(),
                    "Give the path alone, such as /card/get, so that no token travels elsewhere."));
  }

  private static Optional<URI> address(String typed) {
    try {
      return Optional.of(new URI(typed.split("[?#]", 2)[0]));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean sameHost(URI address, URI base) {
    return base.getScheme().equalsIgnoreCase(address.getScheme())
        && base.getRawAuthority().equals(address.getRawAuthority());
  }

  /** A + stays one: tickets have it, and who means a blank writes %20. */
  private static String decoded(String text) {
    try {
      return QueryString.percentDecoded(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
