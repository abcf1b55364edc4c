package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Main;
import io.github.wxcard.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SandboxServeTest {
  @TempDir Path home;
  private Process process;
  private BufferedReader out;

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void the_first_line_says_where_it_answers_and_sigterm_ends_it_cleanly() throws Exception {
    JsonNode greeting = serve("--port", "0");
    assertThat(greeting.fieldNames())
        .toIterable()
        .containsExactly("base_url", "appid", "secret", "db");
    assertThat(greeting.path("db").asText())
        .isEqualTo(home.resolve(".local/state/wxcard/sandbox.db").toString());
    assertThat(get(greeting, "/sandbox/status")).contains("\"errcode\":0");
    assertThat(get(greeting, "/card/create")).contains("43002");

    process.toHandle().destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out.lines()).as("further lines on stdout").isEmpty();
    assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
        .contains("GET /card/create -> 43002: the path takes POST, not GET");
  }

  @Test
  void an_interrupt_ends_it_like_any_command() throws Exception {
    JsonNode greeting = serve("--port", "0", "--memory", "--json");
    assertThat(greeting.path("db").asText()).isEqualTo(":memory:");

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
  }

  @Test
  void what_was_answered_is_there_after_a_kill() throws Exception {
    String db = home.resolve("kept.db").toString();
    JsonNode greeting = serve("--port", "0", "--db", db);
    String instance = instance(greeting);
    String token =
        get(
            greeting,
            "/cgi-bin/token?grant_type=client_credential&appid=wx5a4db0c0000c0de1"
                + "&secret=0123456789abcdef0123456789abcdef");

    process.destroyForcibly().waitFor();

    JsonNode again = serve("--port", "0", "--db", db);
    assertThat(instance(again)).isEqualTo(instance);
    String value = Json.read(token).path("access_token").asText();
    assertThat(get(again, "/card/getcolors?access_token=" + value)).contains("Color010");
  }

  private static String instance(JsonNode greeting) throws Exception {
    return Json.read(get(greeting, "/sandbox/status")).path("instance").asText();
  }

  private static String get(JsonNode greeting, String path) throws Exception {
    URI base = URI.create(greeting.path("base_url").asText());
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private JsonNode serve(String... options) throws IOException {
    List<String> command = new ArrayList<>(heedingInterrupts());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("sandbox", "serve"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeAll(List.of("WXCARD_SANDBOX_DB", "XDG_STATE_HOME"));
    process = builder.start();
    out = process.inputReader(StandardCharsets.UTF_8);
    return Json.read(out.readLine());
  }

  /** Where the tests run in the background, interrupts are ignored, and children inherit that. */
  private static List<String> heedingInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(signals -> (signals & 1 << 1) != 0);
    return ignored ? List.of("env", "--default-signal=INT") : List.of();
  }
}
