package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.client.PlainHost.Manner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What batches go through on this machine: every request leaves once, and no answer hurts. */
class LocalConnectionsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST = 1 << 16;
  private static final String GOOD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
          + "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 2\r\n\r\n{}";

  @FunctionalInterface
  private interface Talk {
    void with(PlainHost host, Link link) throws Exception;
  }

  private static void talk(Manner manner, Talk talk) throws Exception {
    try (PlainHost host = new PlainHost(manner);
        Link link = new LocalConnections(host.base(), LIMIT)) {
      talk.with(host, link);
    }
  }

  private static Reply ask(PlainHost host, Link link) throws Exception {
    return ask(host, link, LIMIT);
  }

  private static Reply ask(PlainHost host, Link link, Duration limit) throws Exception {
    return link.send(post(host.base(), "{\"code\":\"券\"}"), limit, LONGEST);
  }

  private static Outgoing post(URI base, String body) {
    return new Outgoing(
        "POST",
        base.resolve("/card/code/consume?access_token=a%2Bb"),
        Map.of("User-Agent", "wxcard/0", "Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_request_says_what_it_must_and_nothing_more() throws Exception {
    talk(
        PlainHost.always(GOOD),
        (host, link) -> {
          Reply reply = ask(host, link);

          assertThat(reply.status()).isEqualTo(200);
          assertThat(reply.body()).asString().isEqualTo("{}");
          assertThat(reply.contentType()).isEqualTo("application/json");
          assertThat(reply.date().orElseThrow()).hasToString("1994-11-06T08:49:37Z");
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
        PlainHost.always(GOOD),
        (host, link) -> {
          link.send(new Outgoing("GET", host.base().resolve("/"), Map.of(), null), LIMIT, LONGEST);

          assertThat(host.requests().get(0)).startsWith("GET / HTTP/1.1").doesNotContain("Length");
        });
  }

  @Test
  void one_request_after_the_other_takes_one_connection() throws Exception {
    talk(
        PlainHost.always(GOOD),
        (host, link) -> {
          for (int i = 0; i < 20; i++) {
            ask(host, link);
          }
          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @Test
  void answers_find_the_thread_that_asked() throws Exception {
    Manner echo =
        (number, out) -> {
          String body = String.valueOf(number);
          PlainHost.write(
              out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
          return true;
        };
    int threads = 8;
    ExecutorService crew = Executors.newFixedThreadPool(threads);
    try {
      talk(
          echo,
          (host, link) -> {
            List<Callable<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
              asked.add(() -> ask(host, link));
            }
            for (Future<Reply> reply : crew.invokeAll(asked)) {
              assertThat(reply.get().status()).isEqualTo(200);
            }
            assertThat(host.requests()).hasSize(400);
            assertThat(host.connections()).isBetween(1, threads);
          });
    } finally {
      crew.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"
      })
  void a_server_that_means_to_hang_up_gets_a_new_connection_next(String answer) throws Exception {
    talk(
        PlainHost.always(answer),
        (host, link) -> {
          ask(host, link);
          ask(host, link);

          assertThat(host.connections()).isEqualTo(2);
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
        PlainHost.always(answer),
        (host, link) -> {
          assertThat(ask(host, link).body()).asString().isEqualTo("{}");
          assertThat(ask(host, link).body()).asString().isEqualTo("{}");
          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @Test
  void an_answer_may_end_with_the_connection() throws Exception {
    Manner hangsUp =
        (number, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\n\r\n{}");
          return false;
        };
    talk(hangsUp, (host, link) -> assertThat(ask(host, link).body()).asString().isEqualTo("{}"));
  }

  @Test
  void no_content_is_an_empty_body() throws Exception {
    talk(
        PlainHost.always("HTTP/1.1 204 No Content\r\n\r\n"),
        (host, link) -> assertThat(ask(host, link).body()).isEmpty());
  }

  @Test
  void a_redirect_is_an_answer_like_any_other() throws Exception {
    talk(
        PlainHost.always(
            "HTTP/1.1 307 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        (host, link) -> assertThat(ask(host, link).status()).isEqualTo(307));
  }

  @Test
  void a_connection_that_was_closed_while_idle_is_replaced_before_a_request_leaves()
      throws Exception {
    Manner closesQuietly =
        (number, out) -> {
          PlainHost.write(out, GOOD);
          return false;
        };
    talk(
        closesQuietly,
        (host, link) -> {
          ask(host, link);
          Thread.sleep(1_100);
          ask(host, link);

          assertThat(host.requests()).hasSize(2);
        });
  }

  @Test
  void a_connection_that_rested_and_is_open_is_used_again() throws Exception {
    talk(
        PlainHost.always(GOOD),
        (host, link) -> {
          ask(host, link);
          Thread.sleep(1_100);
          ask(host, link);

          assertThat(host.connections()).isEqualTo(1);
        });
  }

  @Test
  void a_request_whose_answer_never_came_is_not_sent_again() throws Exception {
    talk(
        (number, out) -> number > 1 && PlainHost.always(GOOD).answer(number, out),
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(IOException.class);
          assertThat(host.requests()).hasSize(1);

          assertThat(ask(host, link).status()).isEqualTo(200);
        });
  }

  @Test
  void half_a_body_is_no_answer() throws Exception {
    Manner half =
        (number, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{}");
          return false;
        };
    talk(
        half,
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(IOException.class);
          assertThat(host.requests()).hasSize(1);
        });
  }

  @Test
  void the_limit_holds_for_the_whole_answer() throws Exception {
    Manner drips =
        (number, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          for (int i = 0; i < 1000; i++) {
            PlainHost.write(out, " ");
            Thread.sleep(20);
          }
          return true;
        };
    talk(
        drips,
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link, Duration.ofMillis(200)))
              .isInstanceOf(HttpTimeoutException.class);
          assertThat(Thread.interrupted()).isFalse();
        });
  }

  @Test
  void after_an_answer_that_came_too_late_others_are_still_understood() throws Exception {
    Manner slowOnce =
        (number, out) -> {
          if (number == 1) {
            Thread.sleep(400);
          }
          String body = "number " + number;
          PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + body);
          return true;
        };
    talk(
        slowOnce,
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link, Duration.ofMillis(100)))
              .isInstanceOf(HttpTimeoutException.class);
          assertThat(ask(host, link).body()).asString().isEqualTo("number 2");
        });
  }

  @Test
  void an_interrupt_ends_the_waiting() throws Exception {
    talk(
        (number, out) -> {
          Thread.sleep(5_000);
          return true;
        },
        (host, link) -> {
          Thread caller = Thread.currentThread();
          Thread impatient =
              new Thread(
                  () -> {
                    while (host.requests().isEmpty()) {
                      Thread.onSpinWait();
                    }
                    caller.interrupt();
                  });
          impatient.start();
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(InterruptedException.class);
          impatient.join();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 65537\r\n", ""})
  void an_answer_that_is_too_long_is_not_read_to_its_end(String length) throws Exception {
    Manner floods =
        (number, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\n" + length + "\r\n" + " ".repeat(LONGEST + 1));
          return false;
        };
    talk(
        floods,
        (host, link) ->
            assertThatThrownBy(() -> ask(host, link)).isInstanceOf(BoundedBody.TooLarge.class));
  }

  @Test
  void an_answer_of_the_greatest_length_is_taken() throws Exception {
    talk(
        PlainHost.always(
            "HTTP/1.1 200 OK\r\nContent-Length: " + LONGEST + "\r\n\r\n" + " ".repeat(LONGEST)),
        (host, link) -> assertThat(ask(host, link).body()).hasSize(LONGEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "X"})
  void headers_without_an_end_are_given_up(String piece) throws Exception {
    Manner babbles =
        (number, out) -> {
          PlainHost.write(out, "HTTP/1.1 200 OK\r\n");
          for (int i = 0; i < 1_000_000; i++) {
            PlainHost.write(out, piece);
          }
          return false;
        };
    talk(
        babbles,
        (host, link) -> assertThatThrownBy(() -> ask(host, link)).isInstanceOf(IOException.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\u0000\u0001\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/9 what\r\n\r\n"})
  void what_is_no_http_is_no_answer(String answer) throws Exception {
    Manner speaksOtherwise =
        (number, out) -> {
          PlainHost.write(out, answer);
          return false;
        };
    talk(
        speaksOtherwise,
        (host, link) -> {
          assertThatThrownBy(() -> ask(host, link)).isInstanceOf(IOException.class);
          assertThat(host.requests()).hasSize(1);
        });
  }

  @Test
  void where_nobody_serves_nothing_is_sent() throws Exception {
    PlainHost gone = new PlainHost(PlainHost.always(GOOD));
    gone.close();
    try (Link link = new LocalConnections(gone.base(), LIMIT)) {
      assertThatThrownBy(() -> ask(gone, link)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_name_that_is_not_known_is_told_as_one() throws Exception {
    URI nowhere = URI.create("http://nowhere.invalid:8900");
    try (Link link = new LocalConnections(nowhere, LIMIT)) {
      assertThatThrownBy(() -> link.send(post(nowhere, ""), LIMIT, LONGEST))
          .isInstanceOf(ConnectException.class)
          .hasRootCauseInstanceOf(java.nio.channels.UnresolvedAddressException.class);
    }
  }
}
