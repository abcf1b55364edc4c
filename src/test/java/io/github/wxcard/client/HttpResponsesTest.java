package io.github.wxcard.client;

import static io.github.wxcard.client.TransportExchange.GOOD;
import static io.github.wxcard.client.TransportExchange.LONGEST;
import static io.github.wxcard.client.TransportExchange.always;
import static io.github.wxcard.client.TransportExchange.answer;
import static io.github.wxcard.client.TransportExchange.ask;
import static io.github.wxcard.client.TransportExchange.once;
import static io.github.wxcard.client.TransportExchange.said;
import static io.github.wxcard.client.TransportExchange.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.wxcard.PlainHost;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from this machine: no answer hurts, and none is taken for another one's. */
@Timeout(60)
class HttpResponsesTest {
  @AfterEach
  void nobodyIsInterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void after_an_answer_that_says_so_comes_a_new_connection() throws Exception {
    talk(
        always("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"),
        (host, transport) -> {
          ask(host, transport);
          ask(host, transport);

          assertThat(host.requests()).hasSize(2);
          assertThat(host.connections()).isEqualTo(2);
        });
  }

  /** Else the answer to one code's redeeming would be another one's. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nunasked"})
  void what_follows_an_answer_at_once_is_nobodys_answer(String surplus) throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, answer(said(request)) + surplus);
          return true;
        },
        (host, transport) -> {
          for (int i = 0; i < 20; i++) {
            assertThat(ask(host, transport, "code " + i)).isEqualTo("code " + i);
          }
          assertThat(host.requests()).hasSize(20);
        });
  }

  /** Else the answer to one code's redeeming would be another one's. */
  @Test
  void what_comes_unasked_is_nobodys_answer() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    talk(
        (request, out) -> {
          PlainHost.write(out, answer(said(request)));
          taken.await();
          PlainHost.write(out, answer("unasked"));
          return true;
        },
        (host, transport) -> {
          assertThat(ask(host, transport, "first")).isEqualTo("first");
          taken.countDown();
          await("a connection that is given up").until(() -> host.open() == 0);
          assertThat(ask(host, transport, "second")).isEqualTo("second");
        });
  }

  @Test
  void a_server_that_hangs_up_quietly_after_each_answer_is_met_anew_each_time() throws Exception {
    talk(
        once(GOOD),
        (host, transport) -> {
          for (int i = 0; i < 10; i++) {
            ask(host, transport);
            // For the client to see it, which nothing tells.
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
        (host, transport) -> {
          assertThat(ask(host, transport)).isEqualTo("{}");
          assertThat(ask(host, transport)).isEqualTo("{}");
          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", ""})
  void an_answer_may_end_with_the_connection(String body) throws Exception {
    talk(
        once("HTTP/1.0 200 OK\r\nServer: plain\r\n\r\n" + body),
        (host, transport) -> assertThat(ask(host, transport)).isEqualTo(body));
  }

  @Test
  void a_request_whose_answer_never_came_is_not_sent_again() throws Exception {
    talk(
        (request, out) -> {
          PlainHost.write(out, said(request).equals("lost") ? "" : GOOD);
          return !said(request).equals("lost");
        },
        (host, transport) -> {
          ask(host, transport, "first");
          assertThatThrownBy(() -> ask(host, transport, "lost")).isInstanceOf(IOException.class);
          ask(host, transport, "last");

          assertThat(host.requests().stream().map(TransportExchange::said))
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
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
        "HTTP/1.1 000 marker\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/-1.1 200 marker\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/9 marker\r\n\r\n",
        "\u0000\u0001 marker\r\n\r\n",
        "SSH-2.0-marker\r\n"
      })
  void what_is_no_whole_answer_is_none_and_not_quoted(String answer) throws Exception {
    talk(
        once(answer),
        (host, transport) -> {
          assertThatThrownBy(() -> ask(host, transport))
              .isInstanceOf(IOException.class)
              .satisfies(e -> assertThat(NetworkErrors.why(e)).doesNotContain("marker"));
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
            // How slow it is, is what the test is about.
            Thread.sleep(20);
          }
          return true;
        },
        (host, transport) ->
            assertThatThrownBy(() -> ask(host, transport, "{}", Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class));
  }

  @Test
  void an_answer_that_came_too_late_is_nobody_elses() throws Exception {
    CountDownLatch givenUp = new CountDownLatch(1);
    talk(
        (request, out) -> {
          if (said(request).equals("slow")) {
            givenUp.await();
          }
          PlainHost.write(out, answer(said(request)));
          return true;
        },
        (host, transport) -> {
          assertThatThrownBy(() -> ask(host, transport, "slow", Duration.ofMillis(100)))
              .isInstanceOf(HttpTimeoutException.class);
          givenUp.countDown();
          assertThat(ask(host, transport, "quick")).isEqualTo("quick");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 104857600\r\n", "", "Transfer-Encoding: chunked\r\n"})
  void an_answer_that_is_too_long_is_not_read_to_its_end(String header) throws Exception {
    boolean chunked = header.startsWith("Transfer");
    String piece = (chunked ? "1000\r\n" : "") + " ".repeat(4096) + (chunked ? "\r\n" : "");

    assertThat(
            taken(
                "HTTP/1.1 200 OK\r\n" + header + "\r\n",
                piece,
                ResponseCollector.TooLarge.class,
                true))
        .isLessThan(32 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "X: y"})
  void headers_without_an_end_are_given_up(String piece) throws Exception {
    assertThat(taken("HTTP/1.1 200 OK\r\n", piece.repeat(1000), IOException.class, false))
        .isLessThan(32 << 20);
  }

  /** How many bytes of 100 MB a host gets rid of before the client has had enough. */
  private static long taken(
      String begin, String piece, Class<? extends IOException> why, boolean hangsUp)
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
        (host, transport) -> {
          assertThatThrownBy(() -> ask(host, transport)).isInstanceOf(why);
          // One that is given up within a head stays open, but nothing more is read from it.
          if (hangsUp) {
            over.await();
          }
        });
    return taken.get();
  }

  @Test
  void an_answer_of_the_greatest_length_is_taken() throws Exception {
    talk(
        always(answer(" ".repeat(LONGEST))),
        (host, transport) -> assertThat(ask(host, transport)).hasSize(LONGEST));
  }
}
