package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.PlainHost;
import io.github.wxcard.PlainHost.Manner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to this machine: every request leaves once, and no answer hurts. */
@Timeout(60)
class PlainConnectionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST = 1 << 16;
  private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final ExecutorService crew = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    crew.shutdownNow();
    assertThat(Thread.interrupted()).isFalse();
  }

  @FunctionalInterface
  private interface Talk {
    void with(PlainHost host, Link link) throws Exception;
  }

  private static void talk(Manner manner, Talk talk) throws Exception {
    try (PlainHost host = PlainHost.answering(manner);
        Link link = new PlainConnections(host.base(), LIMIT)) {
      talk.with(host, link);
    }
  }

  /** The same answer to everybody, on connections that stay open. */
  private static Manner always(String answer) {
    return (request, out) -> {
      PlainHost.write(out, answer);
      return true;
    };
  }

  /** The same answer to everybody, and then the connection is closed without a word. */
  private static Manner once(String answer) {
    return (request, out) -> {
      PlainHost.write(out, answer);
      return false;
    };
  }

  private static String answer(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String said(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static String ask(PlainHost host, Link link) throws Exception {
    return ask(host, link, "{}");
  }

  private static String ask(PlainHost host, Link link, String body) throws Exception {
    return ask(host, link, body, LIMIT);
  }

  private static String ask(PlainHost host, Link link, String body, Duration limit)
      throws Exception {
    Reply reply = link.send(post(host.base(), body), limit, LONGEST);
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static Outgoing post(URI base, String body) {
    return new Outgoing(
        "POST",
        URI.create(base + "/card/code/consume?access_token=a%2Bb"),
        Map.of("User-Agent", "wxcard/0", "Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_request_says_what_it_must_and_nothing_more() throws Exception {
    talk(
        always(GOOD),
        (host, link) -> {
          ask(host, link, "{\"code\":\"券\"}");

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
        (host, link) -> {
          link.send(new Outgoing("GET", host.base().resolve("/"), Map.of(), null), LIMIT, LONGEST);

          assertThat(host.requests().get(0)).startsWith("GET / HTTP/1.1").doesNotContain("Length");
        });
  }

  @Test
  void an_answer_tells_its_type_and_time() throws Exception {
    talk(
        always(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 2\r\n\r\n{}"),
        (host, link) -> {
          Reply reply = link.send(post(host.base(), "{}"), LIMIT, LONGEST);

          assertThat(reply.status()).isEqualTo(200);
          assertThat(reply.contentType()).isEqualTo("application/json");
          assertThat(reply.date().orElseThrow()).hasToString("1994-11-06T08:49:37Z");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:PORT", "http://127.0.0.1:PORT/base"})
  void a_base_may_have_a_name_and_a_path(String base) throws Exception {
    try (PlainHost host = PlainHost.answering(always(GOOD))) {
      URI address = URI.create(base.replace("PORT", String.valueOf(host.port())));
      try (Link link = new PlainConnections(address, LIMIT)) {
        link.send(post(address, "{}"), LIMIT, LONGEST);
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
        (host, link) -> {
          URI address = URI.create(host.base() + "?signature=x");
          link.send(new Outgoing("POST", address, Map.of(), new byte[0]), LIMIT, LONGEST);

          assertThat(host.requests().get(0)).startsWith("POST /?signature=x HTTP/1.1\r\n");
        });
  }

  @Test
  void one_request_after_the_other_takes_one_connection() throws Exception {
    talk(
        always(GOOD),
        (host, link) -> {
          for (int i = 0; i < 20; i++) {
            ask(host, link);
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
        (host, link) -> {
          List<Callable<String>> asked = new ArrayList<>();
          for (int i = 0; i < 400; i++) {
            String code = "code " + i;
            asked.add(() -> ask(host, link, code).equals(code) ? "" : code);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" + GOOD,
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}"
      })
  void after_an_answer_that_ends_in_doubt_comes_a_new_connection(String answer) throws Exception {
    talk(
        always(answer),
        (host, link) -> {
          ask(host, link);
          ask(host, link);

          assertThat(host.requests()).hasSize(2);
          assertThat(host.connections()).isEqualTo(2);
        });
  }

  /** Else the answer to one code's redeeming would be another one's. */
  @Test
  void what_comes_unasked_is_nobodys_answer() throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, answer(said(request)));
          Thread.sleep(50);
          PlainHost.write(out, answer("unasked"));
          return true;
        },
        (host, link) -> {
          assertThat(ask(host, link, "first")).isEqualTo("first");
          Thread.sleep(100);
          assertThat(ask(host, link, "second")).isEqualTo("second");
        });
  }

  @Test
  void a_server_that_hangs_up_quietly_after_each_answer_is_met_anew_each_time() throws Exception {
    talk(
        once(GOOD),
        (host, link) -> {
          for (int i = 0; i < 10; i++) {
            ask(host, link);
            Thread.sleep(20);
          }
          assertThat(host.requests()).hasSize(10);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
      })
  void an_answer_in_pieces_is_put_together(String answer) throws Exception {
    talk(
        always(answer),
        (host, link) -> {
          assertThat(ask(host, link)).isEqualTo("{}");
          assertThat(ask(host, link)).isEqualTo("{}");
          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", ""})
  void an_answer_may_end_with_the_connection(String body) throws Exception {
    talk(
        once("HTTP/1.0 200 OK\r\nServer: plain\r\n\r\n" + body),
        (host, link) -> assertThat(ask(host, link)).isEqualTo(body));
  }

  @Test
  void a_redirect_is_an_answer_like_any_other() throws Exception {
    talk(
        always("HTTP/1.1 307 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        (host, link) ->
            assertThat(link.send(post(host.base(), ""), LIMIT, LONGEST).status()).isEqualTo(307));
  }

  @Test
  void a_request_whose_answer_never_came_is_not_sent_again() throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, said(request).equals("lost") ? "" : GOOD);
          return !said(request).equals("lost");
        },
        (host, link) -> {
          ask(host, link, "first");
          assertThatThrownBy(() -> ask(host, link, "lost")).isInstanceOf(IOException.class);
          ask(host, link, "last");

          assertThat(host.requests().stream().map(PlainConnectionsTest::said))
              .containsExactly("first", "lost", "last");
          assertThat(host.connections()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nmarker\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: marker\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: marker\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nmarker without a colon\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 000 marker\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/-1.1 200 marker\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/9 marker\r\n\r\n",
        "\u0000\u0001 marker\r\n\r\n",
        "SSH-2.0-marker\r\n"
      })
  void what_is_no_whole_answer_is_none_and_not_quoted(String answer) throws Exception {
    talk(
        once(answer),
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link))
              .isInstanceOf(IOException.class)
              .satisfies(e -> assertThat(NetworkTrouble.why(e)).doesNotContain("marker"));
          assertThat(host.requests()).hasSize(1);
        });
  }

  @Test
  void the_limit_holds_for_the_whole_answer() throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          for (int i = 0; i < 1000; i++) {
            PlainHost.write(out, " ");
            Thread.sleep(20);
          }
          return true;
        },
        (host, link) ->
            assertThatThrownBy(() -> ask(host, link, "{}", Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class));
  }

  @Test
  void an_answer_that_came_too_late_is_nobody_elses() throws Exception {
    talk(
        (request, out) -> {
          if (said(request).equals("slow")) {
            Thread.sleep(400);
          }
          PlainHost.write(out, answer(said(request)));
          return true;
        },
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link, "slow", Duration.ofMillis(100)))
              .isInstanceOf(HttpTimeoutException.class);
          assertThat(ask(host, link, "quick")).isEqualTo("quick");
        });
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
        (host, link) -> {
          Thread caller = Thread.currentThread();
          crew.execute(
              () -> {
                try {
                  arrived.await();
                  caller.interrupt();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(InterruptedException.class);
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
        (host, link) -> {
          ask(host, link);
          List<Future<String>> slow = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            slow.add(crew.submit(() -> ask(host, link, "slow")));
          }
          arrived.await();

          link.close();

          for (Future<String> one : slow) {
            assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
          }
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(IOException.class);
        });
  }

  @Test
  void closing_closes_the_idle_ones() throws Exception {
    talk(
        always(GOOD),
        (host, link) -> {
          ask(host, link);
          assertThat(host.open()).isEqualTo(1);

          link.close();

          long end = System.nanoTime() + LIMIT.toNanos();
          while (host.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
          }
          assertThat(host.open()).isZero();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 104857600\r\n", "", "Transfer-Encoding: chunked\r\n"})
  void an_answer_that_is_too_long_is_not_read_to_its_end(String header) throws Exception {
    boolean chunked = header.startsWith("Transfer");
    String piece = (chunked ? "1000\r\n" : "") + " ".repeat(4096) + (chunked ? "\r\n" : "");

    assertThat(taken("HTTP/1.1 200 OK\r\n" + header + "\r\n", piece, BoundedBody.TooLarge.class))
        .isLessThan(32 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "X: y"})
  void headers_without_an_end_are_given_up(String piece) throws Exception {
    assertThat(taken("HTTP/1.1 200 OK\r\n", piece.repeat(1000), IOException.class))
        .isLessThan(32 << 20);
  }

  /** How many bytes of 100 MB a host gets rid of before the client has had enough. */
  private static long taken(String begin, String piece, Class<? extends IOException> why)
      throws Exception {
    AtomicLong taken = new AtomicLong();
    CountDownLatch over = new CountDownLatch(1);
    talk(
        (request, out) -> {
          try {
            PlainHost.write(out, begin);
            while (taken.addAndGet(piece.length()) < 100 << 20) {
              PlainHost.write(out, piece);
            }
          } finally {
            over.countDown();
          }
          return false;
        },
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(why);
          over.await();
        });
    return taken.get();
  }

  @Test
  void an_answer_of_the_greatest_length_is_taken() throws Exception {
    talk(
        always(answer(" ".repeat(LONGEST))),
        (host, link) -> assertThat(ask(host, link)).hasSize(LONGEST));
  }

  @Test
  void where_nobody_serves_nothing_is_sent() throws Exception {
    PlainHost gone = PlainHost.answering(always(GOOD));
    gone.close();
    try (Link link = new PlainConnections(gone.base(), LIMIT)) {
      assertThatThrownBy(() -> ask(gone, link))
          .isInstanceOf(ConnectException.class)
          .satisfies(e -> assertThat(NetworkTrouble.why(e)).isEqualTo("connection refused"));
    }
  }

  /** The kernel refuses a connection to everybody at once by itself. */
  @Test
  void whatever_stops_a_connection_stops_it_before_anything_is_sent() throws Exception {
    URI nowhere = URI.create("http://255.255.255.255:1");
    try (Link link = new PlainConnections(nowhere, LIMIT)) {
      assertThatThrownBy(() -> link.send(post(nowhere, ""), LIMIT, LONGEST))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_name_that_is_not_known_is_told_as_one() throws Exception {
    URI nowhere = URI.create("http://nowhere.invalid:8900");
    try (Link link = new PlainConnections(nowhere, LIMIT)) {
      assertThatThrownBy(() -> link.send(post(nowhere, ""), LIMIT, LONGEST))
          .isInstanceOf(ConnectException.class)
          .hasRootCauseInstanceOf(UnresolvedAddressException.class);
    }
  }
}
