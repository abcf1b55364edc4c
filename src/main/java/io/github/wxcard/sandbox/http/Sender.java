package io.github.wxcard.sandbox.http;

import io.github.wxcard.server.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a request seems to come from. A page of some website can make a browser ask this machine, so
 * the controls look at what browsers cannot leave out.
 *
 * @param host what the caller took for this server's name
 * @param origin the page that made the browser ask; null for other programs
 * @param site the browser's own judgement of that page; null for other programs
 * @param loopback whether only this machine can reach the server
 */
record Sender(String host, String origin, String site, boolean loopback) {
  static Sender of(Request request) {
    return new Sender(
        request.header("Host"),
        request.header("Origin"),
        request.header("Sec-Fetch-Site"),
        request.local().isLoopbackAddress());
  }

  /** Why the controls do not listen to it. */
  Optional<String> objection() {
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      return Optional.of("a page of " + origin + " asks, and the controls are for this machine");
    }
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return Optional.of("a page of another site asks, and the controls are for this machine");
    }
    if (loopback && host != null && !isThisMachine(name())) {
      return Optional.of("the Host header names " + host + " and not this machine");
    }
    return Optional.empty();
  }

  /** The host without its port. */
  private String name() {
    int bracket = host.lastIndexOf(']');
    int colon = host.indexOf(':', Math.max(0, bracket));
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }

  private static boolean isThisMachine(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.[0-9]{1,3}){3}");
  }
}
