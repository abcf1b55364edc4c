package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON the way people write it: a byte order mark, comments and trailing commas are slips to
 * be told about, not reasons to stop. Whatever else is wrong is a {@link Failure} of kind INPUT.
 */
public final class DocumentReader {
  /** A definition takes a few thousand bytes, ten thousand openids three hundred thousand. */
  private static final int MOST_BYTES = 1 << 20;

  static final Slip BYTE_ORDER_MARK =
      new Slip(1, 1, "byte-order-mark", "a byte order mark before the JSON");

  private DocumentReader() {}

  /**
   * Reads a file; a missing, unreadable or broken one is a {@link Failure} of kind INPUT.
   *
   * @param name the file as the person called it
   */
  public static JsonDocument readFile(Path file, String name) {
    return read(InputFile.read(file, name), name);
  }

  /**
   * Reads one document.
   *
   * @param name what to call it in messages: a file name, or "standard input"
   */
  public static JsonDocument read(byte[] bytes, String name) {
    measure(bytes, name);
    List<Slip> slips = new ArrayList<>();
    String text = Utf8.decode(bytes, name);
    if (text.startsWith("\uFEFF")) {
      slips.add(BYTE_ORDER_MARK);
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw Failure.of(Kind.INPUT, name + " is empty", "Put a JSON document into it.");
    }
    try {
      return parse(text, name, slips);
    } catch (JsonProcessingException e) {
      throw BrokenJson.failure(name, strict(text), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses what is too long for any body. */
  static void measure(byte[] bytes, String name) {
    if (bytes.length > MOST_BYTES) {
      throw Failure.of(
          Kind.INPUT,
          "%s is over %,d bytes".formatted(name, MOST_BYTES),
          "Give the body of one call; none needs to be that long.");
    }
  }

  /** What the text says; its slips come after those that are known already. */
  static JsonDocument parse(String text, String name, List<Slip> known) throws IOException {
    List<Slip> slips = new ArrayList<>(known);
    SlipScanner scanner = new SlipScanner(text);
    String strict = scanner.scan();
    slips.addAll(scanner.slips());
    JsonNode tree = Json.read(strict);
    SourceText lines = new SourceText(strict);
    Map<String, SourceRange> spans = new PositionReader(lines, slips).read(strict);
    return new JsonDocument(name, tree, slips, new JsonSourceMap(spans, lines));
  }

  private static String strict(String text) {
    return new SlipScanner(text).scan();
  }
}
