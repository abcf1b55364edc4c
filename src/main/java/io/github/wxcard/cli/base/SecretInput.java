package io.github.wxcard.cli.base;

import io.github.wxcard.card.Utf8;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Console;
import java.io.IOException;

/** A secret from standard input: as an option's value it would show in the list of processes. */
public final class SecretInput {
  private SecretInput() {}

  /** All of standard input but for one line break at its end; from a terminal, one unseen line. */
  public static String read(Console console, String name) {
    if (console.traits().inTerminal()) {
      return console.askSecret("The " + name + ": ").orElse("");
    }
    return withoutLineBreak(Utf8.decode(bytes(console, name), "standard input"));
  }

  /** All of standard input, whatever it is. */
  public static byte[] bytes(Console console, String name) {
    try {
      return console.in().readAllBytes();
    } catch (IOException e) {
      throw Failure.of(
              Kind.INPUT,
              "cannot read the " + name + " from standard input: " + e.getMessage(),
              "Look at where the input comes from.")
          .causedBy(e);
    }
  }

  private static String withoutLineBreak(String text) {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return line.length() < text.length() && line.endsWith("\r")
        ? line.substring(0, line.length() - 1)
        : line;
  }
}
