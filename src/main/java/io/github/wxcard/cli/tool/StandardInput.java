package io.github.wxcard.cli.tool;

import io.github.wxcard.card.Utf8;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Console;
import java.io.IOException;

/** Text and bytes piped in, within bounds. */
final class StandardInput {
  /** More than any call takes, in bytes; one more is over every reader's limit. */
  private static final int MOST_BYTES = (1 << 20) + 1;

  private StandardInput() {}

  static byte[] bytes(Console console) {
    try {
      return console.in().readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw Failure.of(
              Kind.INPUT,
              "standard input cannot be read: " + e.getMessage(),
              "Look at where the input comes from.")
          .causedBy(e);
    }
  }

  static String text(Console console) {
    return Utf8.decode(bytes(console), "standard input");
  }
}
