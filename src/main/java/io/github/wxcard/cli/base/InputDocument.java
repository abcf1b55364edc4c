package io.github.wxcard.cli.base;

import io.github.wxcard.card.Definition;
import io.github.wxcard.card.LenientJson;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;

/** A JSON document that a command takes from a file or from standard input. */
public final class InputDocument {
  /** The most that is read from standard input, in bytes; one more is over the reader's limit. */
  private static final int MOST_BYTES = (1 << 20) + 1;

  private InputDocument() {}

  /** Reads a file, or standard input for {@code -}; what cannot be read is exit 3. */
  public static Definition read(App app, String file) {
    return file.equals("-")
        ? LenientJson.read(standardInput(app), "standard input")
        : LenientJson.readFile(app.environment().resolve(file), file);
  }

  private static byte[] standardInput(App app) {
    try {
      return app.console().in().readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw Failure.of(
              Kind.INPUT,
              "standard input cannot be read: " + e.getMessage(),
              "Pipe the document in, or name a file.")
          .causedBy(e);
    }
  }
}
