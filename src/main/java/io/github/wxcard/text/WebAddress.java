package io.github.wxcard.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of http and https as people type them. */
public final class WebAddress {
  public static final int HIGHEST_PORT = 65_535;

  private static final Pattern UNDERSCORED =
      Pattern.compile("(?i)\\s*https?://[^/?#@]*_[^/?#@]*([/?#].*)?");

  private WebAddress() {}

  /** Empty for what is no address of http or https with a host. */
  public static Optional<URI> parse(String text) {
    try {
      URI address = new URI(text);
      return isWeb(address) && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the scheme is http or https. */
  public static boolean isWeb(URI address) {
    return "http".equalsIgnoreCase(address.getScheme())
        || "https".equalsIgnoreCase(address.getScheme());
  }

  /** Whether there is no user name, no query and no fragment. */
  public static boolean isBare(URI address) {
    return address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /** What paths can be appended to. */
  public static String withoutSlash(String text) {
    return text.strip().replaceAll("/+$", "");
  }

  /**
   * The end of a sentence that refuses an address whose host has an underscore, as in {@code
   * my_service}, which container tools hand out and no web address can have; empty for any other.
   */
  public static String remark(String address) {
    return UNDERSCORED.matcher(address).matches()
        ? ": the name of a host has no underscore, so give the service an alias"
        : "";
  }
}
