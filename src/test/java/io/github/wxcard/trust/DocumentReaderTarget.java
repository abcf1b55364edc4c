package io.github.wxcard.trust;

import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.time.Instant;

/** A card's definition as people write it, read, looked at and written again. */
final class DocumentReaderTarget implements FuzzTarget {
  private static final Instant NOW = Instant.parse("2026-10-01T04:00:00Z");

  @Override
  public int times() {
    return 6;
  }

  @Override
  public void take(byte[] input) throws Exception {
    try {
      JsonDocument definition = DocumentReader.read(input, "card.json");
      String written = Json.write(definition.tree());
      if (!Json.write(Json.read(written)).equals(written)) {
        throw new AssertionError("what was written is read as something else: " + written);
      }
    } catch (Failure told) {
      Helpful.check(told);
    }
    FileLinter.lint(input, "card.json", NOW);
  }
}
