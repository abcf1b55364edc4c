package io.github.wxcard.client;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy's own answer in place of a way to the host: that one has been sent nothing. */
final class ProxyException extends IOException {
  /** How the JDK says that a proxy did not answer CONNECT with a success. */
  private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private final String fix;
  private final boolean passing;

  private ProxyException(String what, String fix, boolean passing) {
    super(what);
    this.fix = fix;
    this.passing = passing;
  }

  /**
   * HTTP status 407.
   *
   * @param challenges the values of {@code Proxy-Authenticate}
   * @param loggedIn whether a user name and password were sent along
   */
  static ProxyException login(List<String> challenges, boolean loggedIn) {
    List<String> schemes =
        challenges.stream().map(challenge -> challenge.strip().split("[\\s,]", 2)[0]).toList();
    if (!schemes.isEmpty() && schemes.stream().noneMatch("Basic"::equalsIgnoreCase)) {
      boolean one = schemes.size() == 1;
      return new ProxyException(
          "the proxy wants " + String.join(" or ", schemes) + notSupported(one),
          "Use a proxy that takes Basic passwords: the company's other one, or one on this machine"
              + " that logs in for you, such as cntlm or px. Name it in HTTPS_PROXY.",
          false);
    }
    return loggedIn
        ? new ProxyException(
            "The proxy refuses the user name or password in HTTPS_PROXY (HTTP status 407)",
            "Correct them; it was tried once only, as some proxies lock an account after a few."
                + " Special characters are written in per cent: @ as %40, : as %3A, / as %2F.",
            false)
        : new ProxyException(
            "the proxy wants a user name and password (HTTP status 407)",
            "Put them into HTTPS_PROXY: http://user:password@host:port.",
            false);
  }

  private static String notSupported(boolean one) {
    return ", which " + (one ? "is" : "are") + " not supported";
  }

  /** The refusal behind an exception of the JDK's client, if it is one. */
  static Optional<ProxyException> in(Throwable thrown, String host) {
    if (thrown instanceof ProxyException refusal) {
      return Optional.of(refusal);
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Matcher said = NO_TUNNEL.matcher(String.valueOf(cause.getMessage()));
      if (said.find()) {
        return Optional.of(tunnel(Integer.parseInt(said.group(1)), host));
      }
    }
    return Optional.empty();
  }

  private static ProxyException tunnel(int status, String host) {
    boolean passing = status >= 500;
    return new ProxyException(
        String.format(
            Locale.ROOT, "the proxy does not connect to %s (HTTP status %d)", host, status),
        passing
            ? "Try again; if it stays, ask whoever runs the proxy in HTTPS_PROXY."
            : "Ask whoever runs the proxy in HTTPS_PROXY to let " + host + " pass.",
        passing);
  }

  String fix() {
    return fix;
  }

  /** Whether it may be over in a moment. */
  boolean passing() {
    return passing;
  }
}
