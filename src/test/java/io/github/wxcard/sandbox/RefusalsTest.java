package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sandbox serve} tells about a call that it refused. */
final class RefusalsTest {
  private final List<String> told = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                | line 1, column 2: Unexpected end-of-input",
        "{\"username\": x}  | line 1, column 14: Unrecognized token 'x'",
        "{'username': []} | line 1, column 2: Unexpected character"
      })
  void broken_json_is_told_in_one_line_with_its_place(String body, String reason)
      throws IOException, InterruptedException {
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1",
            0,
            Optional.empty(),
            Optional.empty(),
            new MovableClock("2026-10-01T04:00:00Z"),
            new Random(1));
    try (Sandbox sandbox = Sandbox.start(options, told::add)) {
      HttpRequest request =
          HttpRequest.newBuilder(sandbox.base().resolve("/sandbox/scan"))
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
    assertThat(told)
        .singleElement()
        .asString()
        .contains("the body is no JSON: " + reason)
        .doesNotContain("\n", "Source");
  }

  @Test
  void a_listener_that_fails_keeps_nobody_from_the_answer()
      throws IOException, InterruptedException {
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1",
            0,
            Optional.empty(),
            Optional.empty(),
            new MovableClock("2026-10-01T04:00:00Z"),
            new Random(1));
    Consumer<String> closed =
        line -> {
          throw new IllegalStateException("nobody reads this any more");
        };
    try (Sandbox sandbox = Sandbox.start(options, closed)) {
      HttpRequest refused =
          HttpRequest.newBuilder(sandbox.base().resolve("/card/getcolors")).build();
      for (int i = 0; i < 3; i++) {
        assertThat(HttpClient.newHttpClient().send(refused, BodyHandlers.ofString()).body())
            .contains("41001");
      }
    }
  }
}
