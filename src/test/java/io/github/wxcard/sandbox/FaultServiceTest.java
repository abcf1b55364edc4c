package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call meets that a fault was asked for. */
final class FaultServiceTest {
  private static final String CREATE = "/card/create";

  @Injected private RawSandbox raw;
  @TempDir Path folder;

  @Test
  void an_error_code_is_answered_as_often_as_was_asked_and_nothing_is_done() {
    add("{\"path\": \"/card/create\", \"errcode\": -1, \"times\": 2}");

    assertThat(raw.errcode(CREATE, Definitions.groupon())).isEqualTo(-1);
    assertThat(raw.call(CREATE, Definitions.groupon()).path("errmsg").asText())
        .startsWith("system error hint: [");
    assertThat(cards()).isZero();
    assertThat(raw.get("/sandbox/faults").path("faults")).isEmpty();
    raw.create(Definitions.groupon());
    assertThat(cards()).isEqualTo(1);
  }

  @Test
  void how_often_a_fault_still_strikes_is_told() {
    add("{\"errcode\": 45009, \"times\": 3}");
    raw.post("/card/get", "{}");

    assertThat(raw.get("/sandbox/faults").at("/faults/0/left").asInt()).isEqualTo(2);
    assertThat(raw.get("/sandbox/faults").at("/faults/0/errcode").asInt()).isEqualTo(45009);
  }

  @Test
  void a_rate_strikes_its_share_of_the_calls() {
    raw.token();
    add("{\"path\": \"/card/getcolors\", \"errcode\": 45011, \"rate\": 0.25}");

    List<Integer> answers =
        IntStream.range(0, 400).mapToObj(i -> raw.errcode("/card/getcolors", "{}")).toList();

    assertThat(answers).containsOnly(0, 45011);
    assertThat(answers.stream().filter(code -> code != 0).count()).isBetween(70L, 130L);
  }

  @ParameterizedTest
  @CsvSource({"500", "503", "404", "200"})
  void an_http_status_comes_without_a_body_and_nothing_is_done(int status) {
    raw.token();
    add("{\"http\": " + status + ", \"times\": 1}");

    HttpResponse<byte[]> answer = send(CREATE, Definitions.groupon());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(cards()).isZero();
  }

  @Test
  void a_dropped_connection_ends_without_an_answer_and_nothing_is_done() {
    String path = CREATE + "?access_token=" + raw.token();
    add("{\"path\": \"/card/create\", \"drop\": true, \"times\": 1}");

    assertThat(wire().post(path, Definitions.groupon())).isEmpty();

    assertThat(cards()).isZero();
    assertThat(wire().post(path, Definitions.groupon())).contains("\"errcode\":0");
  }

  @Test
  void a_truncated_answer_is_half_of_one_and_everything_is_done() {
    String path = CREATE + "?access_token=" + raw.token();
    add("{\"path\": \"/card/create\", \"truncate\": true}");

    String answer = wire().post(path, Definitions.groupon());

    String length = answer.replaceFirst("(?s).*Content-length: (\\d+).*", "$1");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(body).startsWith("{\"errcode\":0").hasSize(Integer.parseInt(length) / 2);
    assertThat(cards()).isEqualTo(1);
  }

  @Test
  void a_delayed_answer_comes_late_and_what_was_asked_is_done_before() {
    raw.token();
    add("{\"path\": \"/card/create\", \"delay_ms\": 1500}");
    Instant start = Instant.now();
    CompletableFuture<HttpResponse<byte[]>> running =
        CompletableFuture.supplyAsync(() -> send(CREATE, Definitions.groupon()));

    await().pollInterval(10, TimeUnit.MILLISECONDS).until(() -> cards() > 0);

    assertThat(running).isNotDone();
    assertThat(RawSandbox.json(running.join()).path("errcode").asInt(-1)).isZero();
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(1490));
    assertThat(cards()).isEqualTo(1);
  }

  @Test
  void a_delay_goes_with_another_effect() {
    raw.token();
    add("{\"errcode\": -1, \"delay_ms\": 300, \"times\": 1}");
    Instant start = Instant.now();

    assertThat(raw.errcode("/card/get", "{}")).isEqualTo(-1);

    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void a_fault_with_a_path_leaves_other_paths_alone_and_one_without_strikes_all() {
    raw.token();
    add("{\"path\": \"/card/get\", \"errcode\": 45009}");
    raw.done("/card/getcolors", "{}");
    assertThat(raw.errcode("/card/get", "{}")).isEqualTo(45009);

    add("{\"errcode\": -1}");

    assertThat(raw.errcode("/card/getcolors", "{}")).isEqualTo(-1);
    assertThat(raw.errcode("/no/such/path", "{}")).isEqualTo(-1);
    assertThat(raw.get("/cgi-bin/token").path("errcode").asInt()).isEqualTo(-1);
    assertThat(raw.errcode("/card/get", "{}")).as("the older one counts").isEqualTo(45009);
  }

  @Test
  void clearing_ends_all_of_them() {
    add("{\"errcode\": -1}");
    add("{\"drop\": true}");

    HttpResponse<byte[]> answer = raw.send("/sandbox/faults", builder -> builder.DELETE());

    assertThat(RawSandbox.json(answer).path("cleared").asInt()).isEqualTo(2);
    raw.done("/card/getcolors", "{}");
  }

  @Test
  void the_controls_and_the_users_side_are_never_struck() {
    String ticket = raw.ticket(raw.create(Definitions.groupon()));
    add("{\"errcode\": -1}");
    add("{\"path\": \"/sandbox/scan\", \"errcode\": -1}");

    assertThat(raw.get("/sandbox/status").path("errcode").asInt()).isZero();
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(72022);
  }

  @Test
  void a_fault_asked_of_another_process_is_met_by_the_very_next_call() {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      other.done("/card/getcolors", "{}");
      for (int round = 0; round < 20; round++) {
        one.done(
            "/sandbox/faults", "{\"path\": \"/card/getcolors\", \"errcode\": -1, \"times\": 1}");
        assertThat(other.errcode("/card/getcolors", "{}")).isEqualTo(-1);
        other.done("/card/getcolors", "{}");
      }
    }
  }

  private void add(String fault) {
    assertThat(raw.post("/sandbox/faults", fault).path("errcode").asInt(-1)).isZero();
  }

  private int cards() {
    return raw.get("/sandbox/status").path("cards").asInt();
  }

  private HttpResponse<byte[]> send(String path, String body) {
    return raw.send(
        path + "?access_token=" + raw.token(),
        builder -> builder.POST(BodyPublishers.ofString(body)));
  }

  private Wire wire() {
    return new Wire(raw.sandbox.base());
  }
}
