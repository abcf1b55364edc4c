package io.github.wxcard.client;

import io.github.wxcard.PlainHost;
import io.github.wxcard.PlainHost.Manner;
import io.github.wxcard.config.Environment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** Talk between plain connections and a host that answers as a test says. */
final class TransportExchange {
  static final Environment ENVIRONMENT =
      new Environment(Map.of(), Path.of(""), Clock.systemUTC(), new Random(1));
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final int LONGEST = 1 << 16;
  static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @FunctionalInterface
  interface Talk {
    void with(PlainHost host, HttpTransport transport) throws Exception;
  }

  static void talk(Manner manner, Talk talk) throws Exception {
    try (PlainHost host = PlainHost.answering(manner);
        HttpTransport transport = HttpTransport.open(host.base(), ENVIRONMENT, LIMIT)) {
      talk.with(host, transport);
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

  static String ask(PlainHost host, HttpTransport transport) throws Exception {
    return ask(host, transport, "{}");
  }

  static String ask(PlainHost host, HttpTransport transport, String body) throws Exception {
    return ask(host, transport, body, LIMIT);
  }

  static String ask(PlainHost host, HttpTransport transport, String body, Duration limit)
      throws Exception {
    ReceivedResponse receivedResponse = transport.send(post(host.base(), body), limit, LONGEST);
    return new String(receivedResponse.body(), StandardCharsets.UTF_8);
  }

  static OutgoingRequest post(URI base, String body) {
    return new OutgoingRequest(
        "POST",
        URI.create(base + "/card/code/consume?access_token=a%2Bb"),
        Map.of("User-Agent", "wxcard/0", "Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private TransportExchange() {}
}
