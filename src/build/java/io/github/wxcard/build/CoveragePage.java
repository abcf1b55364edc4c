package io.github.wxcard.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

/** Writes the site's page of what the sandbox plays, as a running one tells it. */
public final class CoveragePage {
  private static final String HEAD =
      """
      # What the sandbox plays

      Where WeChat's own behaviour is not known, the sandbox had to choose; the gift-card shop,
      invoices and withdrawn calls are refused by name.

      | endpoint | coverage |
      |---|---|
      """;

  private CoveragePage() {}

  /**
   * Writes the page.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path page = Path.of(args[0]);
    Files.createDirectories(page.getParent());
    Files.writeString(page, HEAD + rows());
  }

  private static String rows() throws IOException, InterruptedException {
    StringBuilder rows = new StringBuilder();
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1", 0, Optional.empty(), Optional.empty(), Clock.systemUTC(), new Random());
    try (Sandbox sandbox = Sandbox.start(options)) {
      HttpRequest request =
          HttpRequest.newBuilder(sandbox.base().resolve("/sandbox/coverage")).build();
      byte[] answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
      for (JsonNode endpoint : Json.read(answer).path("endpoints")) {
        rows.append(row(endpoint));
      }
    }
    return rows.toString();
  }

  private static String row(JsonNode endpoint) {
    String note = endpoint.path("note").asText();
    return "| `%s %s` | %s%s |%n"
        .formatted(
            endpoint.path("method").asText(),
            endpoint.path("path").asText(),
            endpoint.path("coverage").asText(),
            note.isEmpty() ? "" : ": " + note);
  }
}
