package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request of HTTP is told so in words, and the connection ends. */
final class MisreadRequestsTest {
  private static final String HOST = "Host: localhost\r\n";

  @Injected private RawSandbox raw;
  @Injected private Wire wire;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.x\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n",
        "GET / HTTP/1.1\r\n: x\r\n\r\n",
        "POST /card/get HTTP/1.1\r\nContent-Length: many\r\n\r\n{}",
        "POST /card/get HTTP/1.1\r\nContent-Length: -1\r\n\r\n{}",
        "POST /card/get HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "POST /card/get HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n0\r\n\r\n",
      })
  void a_broken_request_is_refused(String request) {
    assertThat(wire.exchange(request))
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("Connection: close\r\n", "Content-Type: text/plain")
        .contains("\r\n\r\nThis is no HTTP request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:x",
        "%zz",
        "/%zz",
        "/card/get?code=%4",
        "*",
        "http://localhost",
        "ftp://localhost/card/get",
        "card/get"
      })
  void a_target_that_is_no_path_is_refused(String target) {
    assertThat(wire.exchange("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .endsWith("The request names no path of this server.\n");
  }

  @Test
  void a_target_may_name_the_server_as_for_a_proxy() {
    String path = " http://localhost/card/getcolors?x=%E5%8D%A1 HTTP/1.1\r\nConnection: close\r\n";

    assertThat(wire.exchange("GET" + path + HOST + "\r\n")).contains("\"errcode\":41001");
  }

  @Test
  void headers_without_end_are_refused() {
    String headers = ("X-Filler: " + "x".repeat(1000) + "\r\n").repeat(400);

    assertThat(wire.exchange("GET / HTTP/1.1\r\n" + headers + "\r\n"))
        .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
    assertThat(wire.exchange("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ");
  }

  @Test
  void many_and_long_headers_are_read() {
    String headers = ("X-Filler: " + "x".repeat(1000) + "\r\n").repeat(100);

    assertThat(
            wire.exchange(
                "GET /sandbox/status HTTP/1.1\r\n" + HOST + headers + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void whoever_sends_too_much_can_read_why() {
    String body = "x".repeat(1 << 20);
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
    String head = "POST /card/create HTTP/1.1\r\n" + HOST;

    assertThat(
            wire.exchange(
                head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(30) + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .endsWith("The body is larger than 10 MiB.\n");
    assertThat(wire.exchange(head + "Content-Length: 31457280\r\n\r\n" + body.repeat(30)))
        .startsWith("HTTP/1.1 413 ")
        .endsWith("The body is larger than 10 MiB.\n");
  }

  @Test
  void whoever_asks_before_sending_too_much_is_told_before() {
    assertThat(
            wire.exchange(
                "POST /card/create HTTP/1.1\r\n"
                    + HOST
                    + "Expect: 100-continue\r\nContent-Length: 31457280\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void a_path_is_read_as_utf8_however_it_is_written() {
    raw.get("/sandbox/status");
    wire.exchange("GET /%E5%8D%A1/a%2Fb?x=1 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
    wire.exchange("GET /卡?名=券 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

    assertThat(raw.get("/sandbox/journal").path("entries").findValuesAsText("path"))
        .containsExactly("/卡/a/b", "/卡");
  }
}
