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
 * @param forwarded whether a proxy says that it asks for somebody else
 */
record Sender(
    String host, String origin, String site, String token, boolean elsewhere, boolean forwarded) {
  static Sender of(Request request) {
    return new Sender(
        request.header("Host"),
        request.header("Origin"),
        request.header("Sec-Fetch-Site"),
        request.header("X-Wxcard-Token"),
        isElsewhere(request),
        isForwarded(request));
  }

  private static boolean isElsewhere(Request request) {
    InetAddress local = request.local();
    return !local.isLoopbackAddress() && !request.remote().equals(local);
  }

  private static boolean isForwarded(Request request) {
    return Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP")
        .anyMatch(name -> request.header(name) != null);
  }
}
