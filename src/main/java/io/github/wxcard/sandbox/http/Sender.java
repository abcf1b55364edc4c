package io.github.wxcard.sandbox.http;

import io.github.wxcard.server.Request;
import java.net.InetAddress;
import java.util.stream.Stream;

/**
 * Whom a request seems to come from.
 *
 * @param host what the caller took for this server's name; null when it did not say
 * @param origin the page that made a browser ask; null for other programs
 * @param site the browser's own judgement of that page; null for other programs
 * @param token what the caller says to be let at the controls; null for nothing
 * @param elsewhere whether it asks from another machine
 */
record Sender(String host, String origin, String site, String token, boolean elsewhere) {
  static Sender of(Request request) {
    return new Sender(
        request.header("Host"),
        request.header("Origin"),
        request.header("Sec-Fetch-Site"),
        request.header("X-Wxcard-Token"),
        isElsewhere(request));
  }

  /** A proxy on this machine speaks for callers on others, and says so. */
  private static boolean isElsewhere(Request request) {
    InetAddress local = request.local();
    boolean forwarded =
        Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP")
            .anyMatch(name -> request.header(name) != null);
    return !local.isLoopbackAddress() && (forwarded || !request.remote().equals(local));
  }
}
