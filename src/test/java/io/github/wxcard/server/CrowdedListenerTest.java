package io.github.wxcard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.sandbox.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many callers take what they can, somebody else is answered. */
@Timeout(60)
final class CrowdedListenerTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";

  private final List<Socket> sockets = new ArrayList<>();
  private final BlockingQueue<Exchange> held = new LinkedBlockingQueue<>();
  private Listener listener;

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    listener.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", GET, POST, POST + "{"})
  void callers_that_stop_in_the_middle_keep_nobody_out(String beginning) throws IOException {
    listen(new Listener.CallerLimits(1 << 20, LONG, LONG, 20, 30, 10 << 20));
    for (int i = 0; i < 60; i++) {
      send(connect("127.0.0.1"), beginning);
    }

    assertServed();
    // The first of them had to make room.
    assertThat(sockets.get(0).getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void one_address_cannot_push_another_out() throws IOException {
    listen(new Listener.CallerLimits(1 << 20, LONG, LONG, 20, 10, 10 << 20));
    Socket other = connect("127.0.0.2");
    send(other, GET);
    for (int i = 0; i < 60; i++) {
      send(connect("127.0.0.1"), GET);
    }
    assertServed();

    send(other, "Connection: close\r\n\r\n");

    assertThat(text(other)).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void whoever_waits_for_its_answer_is_not_cut_off_for_others() throws Exception {
    listen(new Listener.CallerLimits(1 << 20, LONG, LONG, 20, 30, 10 << 20));
    Socket asking = connect("127.0.0.1");
    send(asking, "GET /held HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    Exchange exchange = held.take();
    for (int i = 0; i < 60; i++) {
      send(connect("127.0.0.1"), GET);
    }
    assertServed();

    exchange.respond(Response.plain(200, "late"));

    assertThat(text(asking)).endsWith("late");
  }

  @Test
  void the_largest_request_gives_way_when_all_together_hold_too_much() throws IOException {
    listen(new Listener.CallerLimits(1 << 20, LONG, LONG, 100, 100, 1 << 20));
    Socket small = connect("127.0.0.1");
    send(small, POST + "x".repeat(999));
    String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";
    for (int i = 0; i < 8; i++) {
      send(connect("127.0.0.1"), head + "x".repeat(300_000));
    }
    assertServed();

    send(small, "x" + GET + "Connection: close\r\n\r\n");

    assertThat(text(small).split("200 OK", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\nX-Drip: ", POST})
  void whoever_drips_a_request_is_not_waited_for_without_end(String beginning) throws IOException {
    listen(new Listener.CallerLimits(1 << 20, LONG, Duration.ofMillis(300), 100, 100, 10 << 20));
    Socket dripping = connect("127.0.0.1");
    send(dripping, beginning);

    dripping.setSoTimeout(10);
    assertThat(endOf(dripping)).isEqualTo(-1);
  }

  /** Sends a byte whenever nothing has come for a while. */
  private static int endOf(Socket dripping) throws IOException {
    while (true) {
      try {
        return dripping.getInputStream().read();
      } catch (SocketTimeoutException stillWaitedFor) {
        try {
          dripping.getOutputStream().write('x');
        } catch (SocketException gone) {
          return -1;
        }
      } catch (SocketException reset) {
        return -1;
      }
    }
  }

  private void assertServed() {
    String request = GET + "Connection: close\r\n\r\n";
    assertThat(new Wire(listener.base()).exchange(request)).startsWith("HTTP/1.1 200 OK");
  }

  private void listen(Listener.CallerLimits limits) throws IOException {
    listener = Listener.bind("127.0.0.1", 0, limits);
    listener.open(
        exchange -> {
          if (exchange.request().path().equals("/held")) {
            held.add(exchange);
          } else {
            exchange.respond(Response.plain(200, ""));
          }
        });
  }

  private Socket connect(String from) throws IOException {
    Socket socket =
        new Socket(
            listener.base().getHost(), listener.base().getPort(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
