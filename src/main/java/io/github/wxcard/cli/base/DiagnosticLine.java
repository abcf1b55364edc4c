package io.github.wxcard.cli.base;

import io.github.wxcard.card.Diagnostic;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Ink;
import io.github.wxcard.output.StyledLine;

/** A finding on standard error, its level in the colour of the level. */
public final class DiagnosticLine {
  private DiagnosticLine() {}

  public static void say(Console console, Diagnostic finding, String file) {
    StyledLine line = console.onErr().add(finding.source(file) + " ");
    line.add(ink(finding), finding.level().label()).add(": " + finding.advice());
    console.say(line);
  }

  /** The colour of the finding's level. */
  public static Ink ink(Diagnostic finding) {
    return finding.stops() ? Ink.BAD : Ink.DOUBTFUL;
  }
}
