package io.github.wxcard.client;

import static io.github.wxcard.client.TransportExchange.ENVIRONMENT;
import static io.github.wxcard.client.TransportExchange.GOOD;
import static io.github.wxcard.client.TransportExchange.LIMIT;
import static io.github.wxcard.client.TransportExchange.LONGEST;
import static io.github.wxcard.client.TransportExchange.always;
import static io.github.wxcard.client.TransportExchange.answer;
import static io.github.wxcard.client.TransportExchange.ask;
import static io.github.wxcard.client.TransportExchange.post;
import static io.github.wxcard.client.TransportExchange.said;
import static io.github.wxcard.client.TransportExchange.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.PlainHost;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to this machine: every request leaves once, on a connection that is fit for it. */
@Timeout(60)
class HttpTransportTest {
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    pool.shutdownNow();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_request_says_what_it_must_and_nothing_more() throws Exception {
    talk(
        always(GOOD),
        (host, transport) -> {
          ask(host, transport, "{\"code\":\"券\"}");

          String request = host.requests().get(0);
          assertThat(request)
              .startsWith("POST /card/code/consume?access_token=a%2Bb HTTP/1.1\r\n")
              .endsWith("\r\n\r\n{\"code\":\"券\"}");
          assertThat(request.lines().skip(1).takeWhile(line -> !line.isEmpty()))
              .containsExactlyInAnyOrder(
                  "User-Agent: wxcard/0",
                  "Content-Type: application/json",
                  "Content-Length: 14",
                  "Host: " + host.base().getAuthority());
        });
  }

  @Test
  void a_request_without_a_body_has_none() throws Exception {
    talk(
        always(GOOD),
        (host, transport) -> {
          transport.send(
              new OutgoingRequest("GET", host.base().resolve("/"), Map.of(), null), LIMIT, LONGEST);

          assertThat(host.requests().get(0)).startsWith("GET / HTTP/1.1").endsWith("\r\n\r\n");
        });
  }

  @Test
  void an_answer_tells_its_type_and_time() throws Exception {
    talk(
        always(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 2\r\n\r\n{}"),
        (host, transport) -> {
          ReceivedResponse receivedResponse =
              transport.send(post(host.base(), "{}"), LIMIT, LONGEST);

          assertThat(receivedResponse.status()).isEqualTo(200);
          assertThat(receivedResponse.contentType()).isEqualTo("application/json");
          assertThat(receivedResponse.date().orElseThrow()).hasToString("1994-11-06T08:49:37Z");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:PORT", "http://127.0.0.1:PORT/base"})
  void a_base_may_have_a_name_and_a_path(String base) throws Exception {
    try (PlainHost host = PlainHost.answering(always(GOOD))) {
      URI address = URI.create(base.replace("PORT", String.valueOf(host.port())));
      try (HttpTransport transport = HttpTransport.open(address, ENVIRONMENT, LIMIT)) {
        transport.send(post(address, "{}"), LIMIT, LONGEST);
      }
      assertThat(host.requests().get(0))
          .startsWith("POST " + address.getPath() + "/card/code/consume?")
          .contains("Host: " + address.getAuthority() + "\r\n");
    }
  }

  @Test
  void an_address_without_a_path_asks_for_the_root() throws Exception {
    talk(
        always(GOOD),
        (host, transport) -> {
          URI address = URI.create(host.base() + "?signature=x");
          transport.send(
              new OutgoingRequest("POST", address, Map.of(), new byte[0]), LIMIT, LONGEST);

          assertThat(host.requests().get(0)).startsWith("POST /?signature=x HTTP/1.1\r\n");
        });
  }

  @Test
  void one_request_after_the_other_takes_one_connection() throws Exception {
    talk(
        always(GOOD),
        (host, transport) -> {
          for (int i = 0; i < 20; i++) {
            ask(host, transport);
          }
          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @Test
  void answers_find_the_thread_that_asked() throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, answer(said(request)));
          return true;
        },
        (host, transport) -> {
          List<Callable<String>> asked = new ArrayList<>();
          for (int i = 0; i < 400; i++) {
            String code = "code " + i;
            asked.add(() -> ask(host, transport, code).equals(code) ? "" : code);
          }
          ExecutorService eight = Executors.newFixedThreadPool(8);
          for (Future<String> wrong : eight.invokeAll(asked)) {
            assertThat(wrong.get()).isEmpty();
          }
          eight.shutdown();
          assertThat(host.requests()).hasSize(400).doesNotHaveDuplicates();
          assertThat(host.connections()).isBetween(1, 8);
        });
  }

  @Test
  void a_redirect_is_an_answer_like_any_other() throws Exception {
    talk(
        always("HTTP/1.1 307 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        (host, transport) ->
            assertThat(transport.send(post(host.base(), ""), LIMIT, LONGEST).status())
                .isEqualTo(307));
  }

  @Test
  void an_interrupt_ends_the_waiting() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    talk(
        (request, out) -> {
          arrived.countDown();
          Thread.sleep(30_000);
          return true;
        },
        (host, transport) -> {
          Thread caller = Thread.currentThread();
          pool.execute(
              () -> {
                try {
                  arrived.await();
                  caller.interrupt();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
          assertThatThrownBy(() -> ask(host, transport)).isInstanceOf(InterruptedException.class);
        });
  }

  @Test
  void closing_ends_what_is_under_way_and_leaves_nothing_open() throws Exception {
    CountDownLatch arrived = new CountDownLatch(3);
    talk(
        (request, out) -> {
          if (said(request).equals("slow")) {
            arrived.countDown();
            Thread.sleep(30_000);
          }
          PlainHost.write(out, GOOD);
          return true;
        },
        (host, transport) -> {
          ask(host, transport);
          List<Future<String>> slow = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            slow.add(pool.submit(() -> ask(host, transport, "slow")));
          }
          arrived.await();

          transport.close();

          for (Future<String> one : slow) {
            assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
          }
          assertThatThrownBy(() -> ask(host, transport)).isInstanceOf(IOException.class);
        });
  }

  @Test
  void closing_closes_the_idle_ones() throws Exception {
    talk(
        always(GOOD),
        (host, transport) -> {
          ask(host, transport);
          assertThat(host.open()).isEqualTo(1);

          transport.close();

          long end = System.nanoTime() + LIMIT.toNanos();
          while (host.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
          }
          assertThat(host.open()).isZero();
        });
  }

  @Test
  void where_nobody_serves_nothing_is_sent() throws Exception {
    PlainHost gone = PlainHost.answering(always(GOOD));
    gone.close();
    try (HttpTransport transport = HttpTransport.open(gone.base(), ENVIRONMENT, LIMIT)) {
      assertThatThrownBy(() -> ask(gone, transport))
          .isInstanceOf(ConnectException.class)
          .satisfies(e -> assertThat(NetworkErrors.why(e)).isEqualTo("connection refused"));
    }
  }

  /** The kernel refuses a connection to everybody at once by itself. */
  @Test
  void whatever_stops_a_connection_stops_it_before_anything_is_sent() throws Exception {
    URI nowhere = URI.create("http://255.255.255.255:1");
    try (HttpTransport transport = HttpTransport.open(nowhere, ENVIRONMENT, LIMIT)) {
      assertThatThrownBy(() -> transport.send(post(nowhere, ""), LIMIT, LONGEST))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_name_that_is_not_known_is_told_as_one() throws Exception {
    URI nowhere = URI.create("http://nowhere.invalid:8900");
    try (HttpTransport transport = HttpTransport.open(nowhere, ENVIRONMENT, LIMIT)) {
      assertThatThrownBy(() -> transport.send(post(nowhere, ""), LIMIT, LONGEST))
          .isInstanceOf(ConnectException.class)
          .hasRootCauseInstanceOf(UnresolvedAddressException.class);
    }
  }
}
