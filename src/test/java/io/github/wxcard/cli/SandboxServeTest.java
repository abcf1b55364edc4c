package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SandboxServeTest {
  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z";
  private static final String TOOK = " \\(\\d+\\.\\d ms\\)";

  @TempDir Path home;

  @Test
  void the_first_line_says_where_it_answers_and_sigterm_ends_it_cleanly() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0")) {
      assertThat(serve.greeting().fieldNames())
          .toIterable()
          .containsExactly("base_url", "appid", "secret", "db");
      assertThat(serve.greeting().path("db").asText())
          .isEqualTo(home.resolve(".local/state/wxcard/sandbox.db").toString());
      assertThat(serve.get("/sandbox/status")).contains("\"errcode\":0");
      assertThat(serve.get("/card/create")).contains("43002");

      serve.process().toHandle().destroy();

      assertThat(serve.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(serve.process().exitValue()).isZero();
      assertThat(serve.out().lines()).as("further lines on stdout").isEmpty();
      assertThat(serve.process().errorReader(StandardCharsets.UTF_8).lines())
          .contains("GET /card/create -> 43002: the path takes POST, not GET");
    }
  }

  @Test
  void verbose_tells_every_request_with_the_time() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--memory", "-v")) {
      serve.get("/sandbox/status?access_token=hush");
      serve.get("/card/create");
      serve.get("/nowhere");

      serve.process().toHandle().destroy();

      assertThat(serve.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(serve.out().lines()).as("further lines on stdout").isEmpty();
      assertThat(serve.process().errorReader(StandardCharsets.UTF_8).lines())
          .filteredOn(line -> line.contains(" -> "))
          .satisfiesExactly(
              line -> assertThat(line).matches(TIME + " GET /sandbox/status -> 200" + TOOK),
              line ->
                  assertThat(line)
                      .matches(TIME + " GET /card/create -> 200 43002: the path .* GET" + TOOK),
              line -> assertThat(line).matches(TIME + " GET /nowhere -> 404 40066: .*" + TOOK));
    }
  }

  @Test
  void an_interrupt_ends_it_like_any_command() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--memory", "--json")) {
      assertThat(serve.greeting().path("db").asText()).isEqualTo(":memory:");

      String pid = Long.toString(serve.process().pid());
      new ProcessBuilder("kill", "-INT", pid).start().waitFor();

      assertThat(serve.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(serve.process().exitValue()).isEqualTo(130);
    }
  }

  @Test
  void what_was_answered_is_there_after_a_kill() throws Exception {
    String db = home.resolve("kept.db").toString();
    String instance;
    String token;
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--db", db)) {
      instance = instance(serve);
      token =
          serve.get(
              "/cgi-bin/token?grant_type=client_credential&appid=wx5a4db0c0000c0de1"
                  + "&secret=0123456789abcdef0123456789abcdef");
    }

    try (ServeProcess again = ServeProcess.start(home, "--port", "0", "--db", db)) {
      assertThat(instance(again)).isEqualTo(instance);
      String value = Json.read(token).path("access_token").asText();
      assertThat(again.get("/card/getcolors?access_token=" + value)).contains("Color010");
    }
  }

  @Test
  void whoever_is_not_in_the_whitelist_is_refused_and_told_so() throws Exception {
    try (ServeProcess serve =
        ServeProcess.start(
            home,
            "--port",
            "0",
            "--memory",
            "--ip-whitelist=10.0.0.0/8",
            "--ip-whitelist=203.0.113.7")) {
      String token =
          "/cgi-bin/token?grant_type=client_credential&appid=wx5a4db0c0000c0de1"
              + "&secret=0123456789abcdef0123456789abcdef";
      assertThat(serve.get(token)).contains("40164");
      assertThat(serve.get("/sandbox/status")).contains("\"errcode\":0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "10.0.0.1:80", "example.com", "10.0.0.0/33"})
  void a_whitelist_has_addresses_and_blocks(String entry) {
    Wxcard wx = new Wxcard(home);

    assertThat(
            wx.run("sandbox", "serve", "--port", "0", "--memory", "--ip-whitelist", entry)
                .exits(2)
                .err())
        .contains("--ip-whitelist " + entry, "172.0.0.1/24");
  }

  private static String instance(ServeProcess serve) throws Exception {
    return Json.read(serve.get("/sandbox/status")).path("instance").asText();
  }
}
