package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON the way people write it: a byte order mark, comments and trailing commas are slips to
 * be told about, not reasons to stop. Whatever else is wrong is a {@link Failure} of kind INPUT.
 */
public final class LenientJson {
  /** A definition takes a few thousand bytes, ten thousand openids three hundred thousand. */
  private static final int MOST_BYTES = 1 << 20;

  private LenientJson() {}

  /**
   * Reads a file; a missing, unreadable or broken one is a {@link Failure} of kind INPUT.
   *
   * @param name the file as the person called it
   */
  public static Definition readFile(Path file, String name) {
    return read(InputFile.read(file, name), name);
  }

  /**
   * Reads one document.
   *
   * @param name what to call it in messages: a file name, or "standard input"
   */
  public static Definition read(byte[] bytes, String name) {
    if (bytes.length > MOST_BYTES) {
      throw Failure.of(
          Kind.INPUT,
          "%s is over %,d bytes".formatted(name, MOST_BYTES),
          "Give the body of one call; none needs to be that long.");
    }
    List<Slip> slips = new ArrayList<>();
    String text = Utf8.decode(bytes, name);
    if (text.startsWith("\uFEFF")) {
      slips.add(new Slip(1, 1, "byte-order-mark", "a byte order mark before the JSON"));
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw Failure.of(Kind.INPUT, name + " is empty", "Put a JSON document into it.");
    }
    SlipScanner scanner = new SlipScanner(text);
    String strict = scanner.scan();
    slips.addAll(scanner.slips());
    try {
      JsonNode tree = Json.read(strict);
      Positions positions = new PositionReader(slips).read(strict);
      return new Definition(name, tree, slips, positions);
    } catch (JsonProcessingException e) {
      throw BrokenJson.failure(name, strict, e);
    } catch (NumberFormatException e) {
      throw Failure.of(
              Kind.INPUT, name + " holds a number out of all range", "Write a number that fits.")
          .meaning(e.getMessage())
          .causedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
