package io.github.wxcard.cli.base;

import io.github.wxcard.output.Console;

/** A secret from standard input: as an option's value it would show in the list of processes. */
public final class SecretInput {
  private SecretInput() {}

  /** All of standard input but for one line break at its end; from a terminal, one unseen line. */
  public static String read(Console console, String name) {
    if (console.terminal().inTerminal()) {
      return console.askSecret("The " + name + ": ").orElse("");
    }
    return withoutLineBreak(CommandInput.standardText(console));
  }

  private static String withoutLineBreak(String text) {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return line.length() < text.length() && line.endsWith("\r")
        ? line.substring(0, line.length() - 1)
        : line;
  }
}
