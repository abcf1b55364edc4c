package io.github.wxcard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.sandbox.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9112 refuses is refused, so that nobody in front reads another request than we do. */
@Timeout(60)
final class StrictRequestsTest {
  private static final String BODY = "\r\n5\r\nhello\r\n0\r\n\r\n";

  private final AtomicInteger handled = new AtomicInteger();
  private Listener listener;
  private Wire wire;

  @BeforeEach
  void open() throws IOException {
    listener = Listener.bind("127.0.0.1", 0, TestListenerLimits.of(Duration.ofSeconds(20)));
    listener.open(
        exchange -> {
          handled.incrementAndGet();
          Request request = exchange.request();
          exchange.respond(Response.plain(200, request.path() + request.content().length));
        });
    wire = new Wire(listener.base());
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n | more than one Host",
        "GET / HTTP/1.0\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | more than one Host",
        "GET / HTTP/1.1\\r\\n\\r\\n | no Host",
        "GET / HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n | no host",
        "GET / HTTP/1.1\\r\\nHost: u@a\\r\\n\\r\\n | no host",
        "GET / HTTP/1.1\\r\\nHost: a/b\\r\\n\\r\\n | no host",
        "GET / HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n | version",
        "GET / HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n | version",
        "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | version",
        "GET / HTTP/0.9\\r\\nHost: a\\r\\n\\r\\n | version",
        "GET / http/1.1\\r\\nHost: a\\r\\n\\r\\n | first line",
        "GET / HTTP/1.10\\r\\nHost: a\\r\\n\\r\\n | version",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nX-A: b\\r\\n c\\r\\n\\r\\n | second line",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nX-A: b\\r\\n\\tc\\r\\n\\r\\n | second line",
        "GET / HTTP/1.1\\r\\n Host: a\\r\\n\\r\\n | second line",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nX-A: b\\000\\r\\n\\r\\n | control",
        "GET /\\001 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | control",
        "GET /\\013 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | control",
        "GET\\t/ HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | first line",
        "GET  / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | first line",
        "GET / b HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | first line",
      })
  void what_is_no_request_is_refused_with_the_reason(String request, String why) {
    String answer = wire.exchange(request.translateEscapes());

    assertRefused(answer);
    assertThat(answer).contains("This is no HTTP request: ", why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
        "GET / HTTP/1.1\rHost: a\r\n\r\n",
        "GET /\rHTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX-A\t: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void a_head_with_loose_words_or_line_ends_is_refused(String request) {
    assertRefused(wire.exchange(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 5 5",
        "Content-Length: 0x5",
        "Content-Length: 5,5",
        "Content-Length: 5,6",
        "Content-Length:",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nContent-Length: 5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding:\r\n chunked",
      })
  void a_length_that_can_be_read_in_two_ways_is_refused(String framing) {
    assertRefused(wire.exchange("POST / HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n" + BODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nhello\r\n0\r\n\r\n",
        "\r\nhello\r\n0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "5 5\r\nhello\r\n0\r\n\r\n",
        " 5\r\nhello\r\n0\r\n\r\n",
        "5\u0000\r\nhello\r\n0\r\n\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "5\r\nhello\n0\r\n\r\n",
        "5\r\nhello!\r\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n",
        "fffffffff\r\nhello\r\n0\r\n\r\n",
        "80000000\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\nno colon\r\n\r\n",
        "5\r\nhello\r\n0\r\nX : y\r\n\r\n",
        "5\r\nhello\r\n0\n\r\n",
      })
  void a_chunk_that_is_none_is_refused(String chunks) {
    assertRefused(
        wire.exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\nGET / HTTP/1.1\r\nHost: a",
        "GET / HTTP/1.1\r\nHost:",
        "GET / HTTP/1.1\r\nHost: [::1]:8900",
        "GET / HTTP/1.1\r\nHost: a:80\r\nX-A: \t b c\t",
        "GET / HTTP/1.2\r\nHost: a",
        "GET / HTTP/1.0",
        "M-SEARCH / HTTP/1.1\r\nHost: a",
        "GET / HTTP/1.1\r\nHost: a\r\nX-A: \u00e9",
      })
  void what_looks_odd_but_is_right_is_served(String head) {
    assertThat(wire.exchange(head + "\r\nConnection: close\r\n\r\n")).endsWith("\r\n\r\n/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\n\r\n",
        "005\r\nhello\r\n0\r\n\r\n",
        "5;a=b\r\nhello\r\n00\r\nX-T: y\r\n\r\n",
        "5;a=\"b c\"\r\nhello\r\n0\r\n\r\n",
        "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
      })
  void chunks_as_they_should_be_are_read(String chunks) {
    String head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: Chunked";

    assertThat(wire.exchange(head + "\r\n\r\n" + chunks)).endsWith("\r\n\r\n/5");
  }

  /** Refused, and nothing that follows is taken for another request. */
  private void assertRefused(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("Connection: close\r\n")
        .containsOnlyOnce("HTTP/1.1 ");
    assertThat(handled).hasValue(0);
  }
}
