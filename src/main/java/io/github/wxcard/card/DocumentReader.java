package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonSyntaxError;
import io.github.wxcard.card.source.LenientParser;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.card.source.SourceText;
import io.github.wxcard.card.source.Trivia;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.text.InvisibleCharacters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads JSON documents; whatever is wrong with one is a {@link Failure} of kind INPUT. */
public final class DocumentReader {
  /** A definition takes a few thousand bytes, ten thousand openids three hundred thousand. */
  private static final int MOST_BYTES = 1 << 20;

  static final Diagnostic BYTE_ORDER_MARK =
      Diagnostic.lenience(
          SourcePosition.START, Diagnostic.BYTE_ORDER_MARK, "a byte order mark before the JSON");

  private DocumentReader() {}

  /**
   * Reads a file as {@link #read} does.
   *
   * @param name the file as the person called it
   */
  public static JsonDocument readFile(Path file, String name) {
    return read(InputFile.read(file, name), name);
  }

  /**
   * Reads JSON the way people write it: a byte order mark, comments and trailing commas are
   * warnings, not reasons to stop.
   *
   * @param name what to call it in messages: a file name, or "standard input"
   */
  public static JsonDocument read(byte[] bytes, String name) {
    checkSize(bytes, name);
    List<Diagnostic> warnings = new ArrayList<>();
    String text = Utf8.decode(bytes, name);
    if (text.startsWith("\uFEFF")) {
      warnings.add(BYTE_ORDER_MARK);
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw Failure.of(FailureKind.INPUT, name + " is empty", "Put a JSON document into it.");
    }
    SourceText source = new SourceText(text);
    try {
      return document(name, warnings, LenientParser.parse(source));
    } catch (JsonSyntaxError e) {
      throw broken(name, source, e);
    }
  }

  static JsonDocument document(
      String name, List<Diagnostic> warnings, LenientParser.Parsed parsed) {
    warnings.addAll(parsed.warnings());
    return new JsonDocument(name, parsed.tree(), warnings, parsed.sourceMap(), List.of());
  }

  /**
   * Reads a file that a program wrote and a person may have changed: strict JSON.
   *
   * @param name the file as the person called it
   * @param timeout how long a pipe may keep one waiting
   */
  public static JsonNode readStrictly(Path file, String name, Duration timeout) {
    SourceText source = new SourceText(Utf8.decode(InputFile.read(file, name, timeout), name));
    try {
      return LenientParser.parseStrictly(source);
    } catch (JsonSyntaxError e) {
      throw broken(name, source, e);
    }
  }

  /** Refuses what is too long for any body. */
  static void checkSize(byte[] bytes, String name) {
    if (bytes.length > MOST_BYTES) {
      throw Failure.of(
          FailureKind.INPUT,
          String.format(Locale.ROOT, "%s is over %,d bytes", name, MOST_BYTES),
          "Give the body of one call; none needs to be that long.");
    }
  }

  private static Failure broken(String name, SourceText source, JsonSyntaxError error) {
    return Failure.of(
            FailureKind.INPUT,
            "%s: broken JSON: %s"
                .formatted(
                    source.position(error.offset()).in(name),
                    InvisibleCharacters.named(error.getMessage())),
            error.remedy())
        .meaning(hint(source.text()))
        .causedBy(error);
  }

  /** The two things that are pasted by mistake. */
  private static String hint(String text) {
    if (text.startsWith("<", Trivia.skip(text, 0))) {
      return "The text looks like XML or HTML, not like JSON.";
    }
    return text.indexOf('“') >= 0 && text.indexOf('"') < 0
        ? "The text has typographic quotes “ ”; JSON wants \"."
        : null;
  }
}
