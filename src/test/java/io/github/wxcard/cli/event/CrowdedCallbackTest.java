package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers that send half a request, and what a real push is answered meanwhile. */
@Timeout(60)
final class CrowdedCallbackTest {
  @TempDir Path home;
  private final List<Socket> callers = new ArrayList<>();
  private Listening listening;

  @BeforeEach
  void listen() {
    listening = Callback.listen(new Wxcard(home), "--count", "1");
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "16, ''",
    "16, POST /",
    "16, 'POST / HTTP/1.1\\r\\nHost: a\\r\\nX-Slow: '",
    "16, 'POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1000\\r\\n\\r\\n<xml>'",
    "60, 'POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1000\\r\\n\\r\\n'",
    "60, 'POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\n<xm'",
    "600, POST",
  })
  void half_open_callers_delay_no_push(int count, String beginning) throws IOException {
    URI address = URI.create(listening.url());
    for (int i = 0; i < count; i++) {
      Socket caller = new Socket(address.getHost(), address.getPort());
      callers.add(caller);
      caller
          .getOutputStream()
          .write(beginning.translateEscapes().getBytes(StandardCharsets.US_ASCII));
    }
    long before = System.nanoTime();

    assertThat(Callback.send(listening.url(), Callback.push(MessageMode.SAFE, "1")).body())
        .isEqualTo("success");

    // Long before the callers' own time is up.
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    listening.running().join().exits(0);
  }

  @Test
  void what_is_no_request_is_refused_and_told() throws IOException {
    URI address = URI.create(listening.url());
    try (Socket caller = new Socket(address.getHost(), address.getPort())) {
      String request = "POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n";
      caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 400 Bad Request\r\n");
    }
    assertThat(listening.end().err())
        .contains("Refused (400): This is no HTTP request: it has more than one Host header.");
  }
}
