package io.github.wxcard.card;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as card definitions hold it, where the scheme may be missing.
 *
 * @param scheme in lower case, or empty
 * @param host in lower case, without the port
 */
public record CardUrl(String scheme, String host) {
  /** Where WeChat keeps uploaded pictures. */
  private static final String PICTURE_HOST = "mmbiz.qpic.cn";

  /** Where it kept them before: in the documentation, backgrounds of member cards are there. */
  private static final String OLD_PICTURE_HOST = "mmbiz.qlogo.cn";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+-]*):(?!\\d))?(?://)?([^/?#@:\\s]+)(?::\\d+)?(?:[/?#]\\S*)?");

  /** Empty when it cannot be a URL: blanks in it, or nothing like a host. */
  public static Optional<CardUrl> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
    String host = matcher.group(2).toLowerCase(Locale.ROOT);
    return scheme.isEmpty() && host.indexOf('.') < 0
        ? Optional.empty()
        : Optional.of(new CardUrl(scheme, host));
  }

  /** Whether the browser of a phone knows what to do with it. */
  public boolean web() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /**
   * Whether it is where WeChat keeps uploaded pictures.
   *
   * @param kind what the schema says of the field: {@code image} or {@code background}
   */
  public boolean uploaded(String kind) {
    return host.equals(PICTURE_HOST)
        || (kind.equals("background") && host.equals(OLD_PICTURE_HOST));
  }

  /** Whether it is on this machine: a sandbox hands out such addresses. */
  public boolean loopback() {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
