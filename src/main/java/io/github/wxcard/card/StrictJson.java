package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads JSON that a program wrote and a person may have changed: strictly, with good messages. */
public final class StrictJson {
  private StrictJson() {}

  /**
   * The document in a file; a missing, unreadable or broken one is a {@link Failure} of kind INPUT.
   *
   * @param name the file as the person called it
   * @param patience how long a pipe may keep one waiting
   */
  public static JsonNode readFile(Path file, String name, Duration patience) {
    String text = Utf8.decode(InputFile.read(file, name, patience), name);
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw BrokenJson.failure(name, text, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
