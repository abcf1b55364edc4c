package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's promises are the route table's. */
final class ReadmeCoverageTest {
  private static final String BEGIN = "<!-- coverage -->\n";
  private static final String END = "<!-- /coverage -->";

  @Test
  void the_readme_shows_the_route_table() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String shown =
        readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)).strip();
    assertThat(shown).as("the table between the coverage marks").isEqualTo(table().strip());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| endpoint | coverage |\n|---|---|\n");
    try (RawSandbox raw = RawSandbox.inMemory()) {
      for (JsonNode endpoint : raw.get("/sandbox/coverage").path("endpoints")) {
        String note = endpoint.path("note").asText();
        table
            .append("| `")
            .append(endpoint.path("method").asText())
            .append(' ')
            .append(endpoint.path("path").asText())
            .append("` | ")
            .append(endpoint.path("coverage").asText())
            .append(note.isEmpty() ? "" : ": " + note)
            .append(" |\n");
      }
    }
    return table.toString();
  }
}
