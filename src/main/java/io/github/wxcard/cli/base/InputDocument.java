package io.github.wxcard.cli.base;

import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.card.JsonDocument;

/** A JSON document that a command takes from a file or from standard input. */
public final class InputDocument {
  private InputDocument() {}

  /** Reads a file, or standard input for {@code -}; what cannot be read is exit 3. */
  public static JsonDocument read(CommandContext context, String file) {
    return DocumentReader.read(CommandInput.bytes(context, file), CommandInput.name(file));
  }
}
