package io.github.wxcard.cli.definition;

import io.github.wxcard.card.Inspection;
import io.github.wxcard.card.Inspector;
import io.github.wxcard.cli.base.App;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Corrects files in place, and looks at what is left. */
final class Corrector {
  /** A correction may bring another one to light: what was broken JSON is looked at as a card. */
  private static final int ROUNDS = 5;

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
      Inspection inspection = corrected(content, file);
      boolean kept = app.globals().dryRun;
      if (!done.isEmpty() && !kept) {
        OutputFile.at(app.environment().resolve(file)).write(bytes(inspection));
      }
      done.forEach(change -> app.console().say((kept ? "would fix " : "fixed ") + change));
      return new LintReport.Linted(file, inspection);
    } catch (Failure unreadable) {
      return new LintReport.Linted(file, Inspector.unreadable(unreadable));
    }
  }

  /** Standard input, corrected, on standard output. */
  LintReport.Linted stream() {
    byte[] content = desk.read("-");
    Inspection inspection = corrected(content, "-");
    String text = done.isEmpty() ? new String(content, StandardCharsets.UTF_8) : inspection.text();
    app.console().print(text);
    done.forEach(change -> app.console().say("fixed " + change));
    return new LintReport.Linted("-", inspection);
  }

  private Inspection corrected(byte[] content, String file) {
    Inspection inspection = desk.inspect(content, file);
    for (int i = 0; i < ROUNDS && !inspection.changes().isEmpty(); i++) {
      inspection.changes().forEach(change -> done.add(change.text(file)));
      inspection = desk.inspect(inspection.changed().getBytes(StandardCharsets.UTF_8), file);
    }
    return inspection;
  }

  private static byte[] bytes(Inspection inspection) {
    return inspection.text().getBytes(StandardCharsets.UTF_8);
  }
}
