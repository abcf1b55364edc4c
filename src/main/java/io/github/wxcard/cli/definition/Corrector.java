package io.github.wxcard.cli.definition;

import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.LintResult;
import io.github.wxcard.cli.base.App;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Corrects files in place, and looks at what is left. */
final class Corrector {
  private final App app;
  private final LintDesk desk;
  private final List<String> done = new ArrayList<>();

  Corrector(App app, LintDesk desk) {
    this.app = app;
    this.desk = desk;
  }

  LintReport.Linted correct(String file) {
    try {
      byte[] content = desk.read(file);
      LintResult inspection = corrected(content, file);
      boolean kept = app.globals().dryRun;
      if (!done.isEmpty() && !kept) {
        OutputFile.at(app.environment().resolve(file)).write(bytes(inspection.text()));
      }
      done.forEach(change -> app.console().say((kept ? "would fix " : "fixed ") + change));
      return new LintReport.Linted(file, inspection);
    } catch (Failure unreadable) {
      return new LintReport.Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  /** Standard input, corrected, on standard output. */
  LintReport.Linted stream() {
    byte[] content = desk.read("-");
    LintResult inspection = corrected(content, "-");
    String text = done.isEmpty() ? new String(content, StandardCharsets.UTF_8) : inspection.text();
    app.console().data(endedOnce(text));
    done.forEach(change -> app.console().say("fixed " + change));
    return new LintReport.Linted("-", inspection);
  }

  /**
   * A correction may bring another one to light: what was broken JSON is looked at as a card. So
   * they are made until nothing changes, or until a text comes again.
   */
  private LintResult corrected(byte[] content, String file) {
    LintResult inspection = desk.inspect(content, file);
    Set<String> seen = new HashSet<>();
    while (!inspection.changes().isEmpty() && seen.add(inspection.text())) {
      inspection.changes().forEach(change -> done.add(change.text(file)));
      inspection = desk.inspect(bytes(inspection.changed()), file);
    }
    return inspection;
  }

  /** As a program that writes to a pipe ends its text, but for the line feed itself. */
  private static String endedOnce(String text) {
    return text.replaceFirst("[\\r\\n]*\\z", text.endsWith("\r\n") ? "\r" : "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
