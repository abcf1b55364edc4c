package io.github.wxcard.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/** What RFC 9112 wants of a head beside what Netty itself looks at. */
final class HeadRules {
  private static final String HOST_MARKS = "-._~!$&'()*+,;=%:[]";

  private HeadRules() {}

  /** What is wrong with a request's head; null when nothing is. */
  static String fault(HttpRequest head) {
    HttpHeaders headers = head.headers();
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1) {
      return "it has more than one Host header";
    }
    if (hosts.isEmpty() && !head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      return "it has no Host header";
    }
    if (!hosts.isEmpty() && !isHost(hosts.get(0))) {
      return "its Host header is no host";
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.isEmpty() || codings.get(0).equalsIgnoreCase("chunked")
        ? null
        : "its Transfer-Encoding is not chunked";
  }

  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && HOST_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
