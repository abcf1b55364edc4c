package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.PlainHost;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NameLookupTest {
  private static final Duration LIMIT = Duration.ofMillis(200);

  private static Reply get(URI base, NameLookup lookup) throws Exception {
    try (PlainConnections connections = new PlainConnections(base, LIMIT, lookup)) {
      return connections.send(new Outgoing("GET", base, Map.of(), null), LIMIT, 100);
    }
  }

  private static NameLookup hanging(CountDownLatch forEver) {
    return new NameLookup(
        host -> {
          try {
            forEver.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new UnknownHostException(host);
        });
  }

  @Test
  void a_look_up_that_hangs_ends_with_the_time_limit_and_nothing_was_sent() {
    CountDownLatch forEver = new CountDownLatch(1);

    assertThatThrownBy(() -> get(URI.create("http://wechat.example/"), hanging(forEver)))
        .isInstanceOf(HttpConnectTimeoutException.class)
        .hasMessageContaining("no address of wechat.example in time");

    forEver.countDown();
  }

  @Test
  void an_interrupt_ends_it_before_anything_was_sent() {
    CountDownLatch forEver = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> hanging(forEver).find("wechat.example"))
        .isInstanceOf(InterruptedBeforeSending.class);

    forEver.countDown();
  }

  @Test
  void a_host_is_reached_at_the_address_that_was_found() throws Exception {
    try (PlainHost host =
        PlainHost.answering(
            (request, out) -> {
              PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
              return true;
            })) {
      URI base = URI.create("http://wechat.example:" + host.port() + "/");

      Reply reply = get(base, new NameLookup(name -> InetAddress.getLoopbackAddress()));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(host.requests().get(0)).contains("Host: wechat.example:" + host.port());
    }
  }
}
