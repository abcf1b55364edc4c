package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a connection lasts, and in what order it is answered. */
@Timeout(60)
final class ConnectionsTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String LAST = HOST + "Connection: close\r\n";

  @Injected private RawSandbox raw;
  @Injected private Wire wire;

  @Test
  void requests_sent_at_once_are_answered_in_their_order() {
    StringBuilder requests = new StringBuilder();
    IntStream.range(0, 200)
        .mapToObj(i -> i % 3 == 0 ? get("/q/nothing" + i, HOST) : get("/card/nothing" + i, HOST))
        .forEach(requests::append);
    requests.append(get("/sandbox/status", LAST));

    String answers = wire.exchange(requests.toString());

    assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(202);
    String[] each = answers.split("HTTP/1.1 ", -1);
    for (int i = 0; i < 200; i++) {
      assertThat(each[i + 1]).startsWith(i % 3 == 0 ? "404 " : "200 ");
    }
    assertThat(each[201]).startsWith("200 ").contains("\"appid\"", "Connection: close");
  }

  @Test
  void a_slow_answer_keeps_its_place() {
    raw.post(
        "/sandbox/faults", "{\"path\": \"/cgi-bin/token\", \"delay_ms\": 300, \"errcode\": -1}");

    assertThat(wire.exchange(get("/cgi-bin/token", HOST) + get("/favicon.ico", LAST)))
        .matches("(?s)HTTP/1.1 200 OK.*\"errcode\":-1.*HTTP/1.1 404 Not Found.*");
  }

  @Test
  void a_body_in_chunks_is_read_whole() {
    assertThat(
            wire.exchange(
                "POST /card/get?access_token="
                    + raw.token()
                    + " HTTP/1.1\r\n"
                    + LAST
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "8\r\n{\"card_i\r\n6;x=y\r\nd\":\"\"}\r\n0\r\nTrailer: x\r\n\r\n"))
        .contains("\"errcode\":41012");
  }

  @Test
  void whoever_asks_whether_to_go_on_is_told_to() {
    assertThat(
            wire.exchange(
                "POST /card/get HTTP/1.1\r\n"
                    + LAST
                    + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"))
        .matches("(?s)HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n.*\"errcode\":41001.*");
  }

  @Test
  void the_old_protocol_ends_after_one_answer_unless_asked_to_stay() {
    assertThat(wire.exchange("GET /sandbox/status HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Connection: close\r\n");
    String first = "GET /sandbox/status HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    assertThat(wire.exchange(first + "GET /favicon.ico HTTP/1.0\r\n\r\n"))
        .contains("Connection: keep-alive\r\n", "HTTP/1.1 404 Not Found\r\n");
  }

  @Test
  void whoever_has_sent_all_and_says_so_is_still_answered() throws IOException {
    try (Socket socket = new Socket(wire.base().getHost(), wire.base().getPort())) {
      socket.getOutputStream().write(ascii(get("/sandbox/status", HOST)));
      socket.shutdownOutput();

      assertThat(socket.getInputStream().readAllBytes()).asString().contains("\"appid\"");
    }
  }

  @Test
  void callers_that_hang_up_in_the_middle_hurt_nobody() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (Socket socket = new Socket(wire.base().getHost(), wire.base().getPort())) {
        socket.setSoLinger(true, 0);
        String whole = get("/sandbox/status", HOST);
        socket.getOutputStream().write(ascii(i % 2 == 0 ? whole : whole.substring(0, 20)));
      }
    }
    assertThat(raw.get("/sandbox/status").path("errcode").asInt(-1)).isZero();
  }

  @Test
  void callers_that_stop_in_the_middle_keep_nobody_out() throws IOException {
    List<Socket> callers = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        Socket caller = new Socket(wire.base().getHost(), wire.base().getPort());
        callers.add(caller);
        String whole = get("/sandbox/status", HOST);
        caller.getOutputStream().write(ascii(whole.substring(0, i % whole.length())));
      }
      assertThat(raw.get("/sandbox/status").path("errcode").asInt(-1)).isZero();
    } finally {
      for (Socket caller : callers) {
        caller.close();
      }
    }
  }

  @Test
  void a_closed_sandbox_hangs_up_on_whoever_waits_for_nothing() throws IOException {
    try (Socket socket = new Socket(wire.base().getHost(), wire.base().getPort())) {
      InputStream answers = socket.getInputStream();
      socket.getOutputStream().write(ascii(get("/favicon.ico", HOST)));
      assertThat(answers.read()).isEqualTo('H');

      raw.close();

      assertThat(answers.readAllBytes()).asString().endsWith("}");
    }
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\n" + headers + "\r\n";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
