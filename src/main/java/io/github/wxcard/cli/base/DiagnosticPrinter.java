package io.github.wxcard.cli.base;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Style;
import io.github.wxcard.output.StyledLine;

/** A diagnostic on standard error, its severity in colour. */
public final class DiagnosticPrinter {
  private DiagnosticPrinter() {}

  public static void say(Console console, Diagnostic diagnostic, String file) {
    StyledLine line = console.onErr().add(diagnostic.origin(file) + " ");
    line.add(style(diagnostic), diagnostic.severity().label()).add(": " + diagnostic.sentence());
    console.say(line);
  }

  /** The colour of the diagnostic's severity. */
  public static Style style(Diagnostic diagnostic) {
    return diagnostic.isError() ? Style.BAD : Style.DOUBTFUL;
  }
}
