package io.github.wxcard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that stop in the middle are not waited for without end. */
@Timeout(60)
final class IdleCallersTest {
  private static final byte[] LARGE = new byte[1 << 20];

  private Listener listener;

  @BeforeEach
  void open() throws IOException {
    listener = Listener.bind("127.0.0.1", 0, TestListenerLimits.of(Duration.ofMillis(200)));
    listener.open(
        exchange ->
            exchange.respond(
                exchange.request().path().equals("/large")
                    ? new Response(200, Map.of(), LARGE)
                    : Response.plain(200, "")));
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /st",
        "GET /status HTTP/1.1\r\nHost: localhost\r\n",
        "POST /post HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
      })
  void whoever_does_not_finish_a_request_is_hung_up_on(String beginning) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whoever_does_not_read_what_was_answered_is_hung_up_on() throws IOException {
    byte[] requests =
        "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .repeat(1000)
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = connect()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  socket.getOutputStream().write(requests);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoever_rests_between_two_requests_is_not() throws Exception {
    try (Socket socket = connect()) {
      String request = "GET /small HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      try (Socket laggard = connect()) {
        // Once it is gone, the time is up for all who are waited for.
        assertThat(laggard.getInputStream().read()).isEqualTo(-1);
      }

      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      int answers = 1;
      while (answers < 2) {
        answers += socket.getInputStream().read() == 'H' ? 1 : 0;
      }
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(listener.base().getHost(), listener.base().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }
}
