package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.PlainHost;
import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal while the answer to a call is waited for. */
@Timeout(120)
class InterruptedCallTest {
  private static final String REDEEMED =
      "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}";

  @TempDir Path home;
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private PlainHost host;

  /** A token comes at once, everything else when the test says what. */
  @BeforeEach
  void open() {
    host =
        PlainHost.answering(
            (request, out) -> {
              String body = "{\"access_token\":\"t\",\"expires_in\":7200}";
              if (!request.startsWith("POST /cgi-bin/stable_token")
                  || request.contains("\"force_refresh\":true")) {
                waiting.add(request);
                body = answer.join();
              }
              PlainHost.write(
                  out,
                  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                      .formatted(body.getBytes(StandardCharsets.UTF_8).length, body));
              return true;
            });
  }

  @AfterEach
  void close() {
    answer.complete("{}");
    host.close();
  }

  private final class Command {
    private final String line;
    private final Process process;
    private final Path err = home.resolve("err.txt");

    Command(String... words) throws IOException {
      line = String.join(" ", words);
      ProcessBuilder program = ServeProcess.program(home, List.of(words));
      program
          .environment()
          .putAll(
              Map.of(
                  "WXCARD_API_BASE", host.base().toString(),
                  "WXCARD_APPID", "wx0123456789abcdef",
                  "WXCARD_SECRET", "0123456789abcdef0123456789abcdef"));
      process = program.redirectError(err.toFile()).start();
    }

    Command signalled(String signal) throws IOException, InterruptedException {
      assertThat(waiting.poll(60, TimeUnit.SECONDS)).as("a request").isNotNull();
      return again(signal);
    }

    Command again(String signal) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      return this;
    }

    void awaitNote(String text) throws IOException {
      while (!Files.readString(err).contains(text)) {
        assertThat(process.isAlive()).isTrue();
        Thread.onSpinWait();
      }
    }

    Run ended() throws IOException, InterruptedException {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(line, process.exitValue(), out, Files.readString(err));
    }
  }

  private long sent(String path) {
    return host.requests().stream().filter(request -> request.startsWith("POST " + path)).count();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void an_answer_in_time_is_printed_and_told(String signal, int exitCode) throws Exception {
    Command consume = new Command("consume", "4711", "--json").signalled(signal);
    consume.awaitNote("waiting up to 2 s for the answer");
    answer.complete(REDEEMED);

    Run run = consume.ended().exits(exitCode);

    assertThat(run.json().path("card_id").asText()).isEqualTo("p1");
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("errmsg").asText()).contains("done already");
    assertThat(sent("/card/code/consume")).isEqualTo(1);
  }

  @Test
  void a_refusal_in_time_is_told_as_that() throws Exception {
    Command consume = new Command("consume", "4711", "--json").signalled("INT");
    consume.awaitNote("waiting up to 2 s");
    answer.complete("{\"errcode\":40099,\"errmsg\":\"invalid code\"}");

    Run run = consume.ended().exits(130);

    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40099);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void without_an_answer_it_is_not_known_and_told_how_to_look(String signal, int exitCode)
      throws Exception {
    Command consume = new Command("consume", "4711", "--json").signalled(signal);
    long start = System.nanoTime();

    Run run = consume.ended().exits(exitCode);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("meaning").asText()).contains("redeemed is not known");
    assertThat(run.error().path("fix").asText()).contains("wxcard code get 4711");
    assertThat(sent("/card/code/consume")).isEqualTo(1);
  }

  @Test
  void a_second_signal_ends_the_wait() throws Exception {
    Command consume = new Command("consume", "4711").signalled("INT");
    consume.awaitNote("waiting up to 2 s");

    Run run = consume.again("INT").ended().exits(130);

    assertThat(run.err())
        .contains("error: interrupted", "redeemed is not known", "wxcard code get 4711");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create samples/groupon.json | may have been created",
        "code void 4711 | not known",
        "code update 4711 4712 --card-id p1 | wxcard code get",
        "qrcode p1 --unique | wxcard",
        "card stock p1 --add 5 | wxcard card get p1",
        "card delete p1 --yes | wxcard card get p1",
        "code deposit p1 4711 4712 | wxcard code check p1",
        "token --force-refresh | wxcard token --refresh",
        "api POST /card/unknown --raw-field a=b | Look at the state"
      })
  void every_call_that_must_not_be_repeated_says_how_to_look(String line, String told)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.add("--json");

    Run run = new Command(words.toArray(String[]::new)).signalled("TERM").ended().exits(143);

    assertThat(run.error().path("kind").asText()).as(run.toString()).isEqualTo("interrupted");
    assertThat(run.out() + run.err()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code get 4711", "card list", "qrcode p1"})
  void what_can_be_repeated_ends_at_once(String line) throws Exception {
    Run run = new Command(line.split(" ")).signalled("INT").ended().exits(130);

    assertThat(run.err()).isEmpty();
  }
}
