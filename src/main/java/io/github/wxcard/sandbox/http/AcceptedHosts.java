package io.github.wxcard.sandbox.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which Host headers are served. A stranger can point a name of his own at this machine, so that a
 * page of his passes for one of ours; addresses and names without a dot belong to no stranger.
 */
final class AcceptedHosts {
  private static final Pattern IPV6 =
      Pattern.compile("\\[[0-9a-f:.]*:[0-9a-f:.]*(%[\\w.~-]+)?](:[0-9]*)?");
  private static final Pattern NAME = Pattern.compile("([a-z0-9._-]+?)(:[0-9]*)?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");

  private final Set<String> named;
  private volatile String lastAccepted;

  /**
   * @param named accepted as well
   */
  AcceptedHosts(Collection<String> named) {
    this.named =
        named.stream()
            .map(name -> withoutLastDot(name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param header the Host header's value
   */
  boolean accept(String header) {
    // A client names the same host with every call.
    if (header.equals(lastAccepted)) {
      return true;
    }
    boolean accepted = isOurs(header);
    if (accepted) {
      lastAccepted = header;
    }
    return accepted;
  }

  private boolean isOurs(String header) {
    String text = header.strip().toLowerCase(Locale.ROOT);
    if (IPV6.matcher(text).matches()) {
      return true;
    }
    var parts = NAME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    String name = withoutLastDot(parts.group(1));
    return named.contains(name)
        || name.equals("localhost")
        || name.endsWith(".localhost")
        || NUMBERS.matcher(name).matches()
        || parts.group(1).indexOf('.') < 0;
  }

  private static String withoutLastDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
