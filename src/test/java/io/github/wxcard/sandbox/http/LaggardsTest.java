package io.github.wxcard.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.store.Store;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that stop in the middle are not waited for without end. */
@Timeout(60)
final class LaggardsTest {
  private final Store store = Store.open(Optional.empty(), Clock.systemUTC());
  private final Server server = Server.bind("127.0.0.1", 0, Duration.ofMillis(200));

  @BeforeEach
  void answer() {
    Services services =
        new Services(new Random(1), URI.create("http://h"), Optional.empty(), Policy.USUAL);
    server.answer(store, services, Clock.systemUTC(), refusal -> {});
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /sandbox/st",
        "GET /sandbox/status HTTP/1.1\r\nHost: localhost\r\n",
        "POST /card/get HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
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
        "GET /sandbox/coverage HTTP/1.1\r\n\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
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
      String request = "GET /favicon.ico HTTP/1.1\r\nHost: localhost\r\n\r\n";
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
    Socket socket = new Socket(server.base().getHost(), server.base().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }
}
