package io.github.wxcard.cli.base;

import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.output.Console;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.util.Locale;

/**
 * What a command takes whole from a file, or from standard input for {@code -}. No more is ever
 * held in memory than the reader has use for; what is longer, or cannot be read, is exit 3.
 */
public final class CommandInput {
  /** How a command line names standard input. */
  public static final String STANDARD = "-";

  /** More than any call takes, in bytes. */
  private static final int BODY = 1 << 20;

  private CommandInput() {}

  /** What to call it in messages. */
  public static String name(String file) {
    return file.equals(STANDARD) ? "standard input" : file;
  }

  /** What may become the body of one call. */
  public static byte[] bytes(CommandContext context, String file) {
    return bytes(context, file, BODY);
  }

  /**
   * The whole content.
   *
   * @param most how many bytes are of use
   */
  public static byte[] bytes(CommandContext context, String file, int most) {
    return file.equals(STANDARD)
        ? standard(context.console(), most)
        : within(
            most,
            InputFile.read(context.environment().resolve(file), file, context.timeLimit()),
            file);
  }

  /** The whole content as text; a failure when it is not UTF-8. */
  public static String text(CommandContext context, String file, int most) {
    return Utf8.decode(bytes(context, file, most), name(file));
  }

  /** A JSON document. */
  public static JsonDocument document(CommandContext context, String file) {
    return DocumentReader.read(bytes(context, file), name(file));
  }

  /**
   * A secret from standard input, as an option's value would show in the list of processes: all but
   * one line break at the end; from a terminal, one unseen line.
   */
  public static String secret(Console console, String name) {
    if (console.terminal().inTerminal()) {
      return console.askSecret("The " + name + ": ").orElse("");
    }
    return standardText(console).replaceFirst("\\r?\\n\\z", "");
  }

  /** All of standard input, when it is no longer than a call's body. */
  public static byte[] standard(Console console) {
    return standard(console, BODY);
  }

  /** All of standard input as text; a failure when it is not UTF-8. */
  public static String standardText(Console console) {
    return Utf8.decode(standard(console), name(STANDARD));
  }

  private static byte[] standard(Console console, int most) {
    try {
      return within(most, console.in().readNBytes(most + 1), name(STANDARD));
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.INPUT,
              "standard input cannot be read: " + IoErrorMessage.of(e),
              "Look at where the input comes from, or name a file.")
          .causedBy(e);
    }
  }

  private static byte[] within(int most, byte[] bytes, String name) {
    if (bytes.length > most) {
      throw Failure.of(
          FailureKind.INPUT,
          String.format(Locale.ROOT, "%s is over %,d bytes", name, most),
          "Give no more than one document; none needs to be that long.");
    }
    return bytes;
  }
}
