package io.github.wxcard.cli.base;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Ink;
import io.github.wxcard.output.StyledLine;

/** A diagnostic on standard error, its severity in colour. */
public final class DiagnosticLine {
  private DiagnosticLine() {}

  public static void say(Console console, Diagnostic diagnostic, String file) {
    StyledLine line = console.onErr().add(diagnostic.origin(file) + " ");
    line.add(ink(diagnostic), diagnostic.severity().label()).add(": " + diagnostic.sentence());
    console.say(line);
  }

  /** The colour of the diagnostic's severity. */
  public static Ink ink(Diagnostic diagnostic) {
    return diagnostic.isError() ? Ink.BAD : Ink.DOUBTFUL;
  }
}
