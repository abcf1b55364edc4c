package io.github.wxcard.client;

import io.github.wxcard.PlainHost;
import io.github.wxcard.PlainHost.Manner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Talk between plain connections and a host that answers as a test says. */
final class PlainTalk {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final int LONGEST = 1 << 16;
  static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @FunctionalInterface
  interface Talk {
    void with(PlainHost host, Link link) throws Exception;
  }

  static void talk(Manner manner, Talk talk) throws Exception {
    try (PlainHost host = PlainHost.answering(manner);
        Link link = new PlainConnections(host.base(), LIMIT)) {
      talk.with(host, link);
    }
  }

  /** The same answer to everybody, on connections that stay open. */
  static Manner always(String answer) {
    return (request, out) -> {
      PlainHost.write(out, answer);
      return true;
    };
  }

  /** The same answer to everybody, and then the connection is closed without a word. */
  static Manner once(String answer) {
    return (request, out) -> {
      PlainHost.write(out, answer);
      return false;
    };
  }

  static String answer(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static String said(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  static String ask(PlainHost host, Link link) throws Exception {
    return ask(host, link, "{}");
  }

  static String ask(PlainHost host, Link link, String body) throws Exception {
    return ask(host, link, body, LIMIT);
  }

  static String ask(PlainHost host, Link link, String body, Duration limit) throws Exception {
    Reply reply = link.send(post(host.base(), body), limit, LONGEST);
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  static Outgoing post(URI base, String body) {
    return new Outgoing(
        "POST",
        URI.create(base + "/card/code/consume?access_token=a%2Bb"),
        Map.of("User-Agent", "wxcard/0", "Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private PlainTalk() {}
}
