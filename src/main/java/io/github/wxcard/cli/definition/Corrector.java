package io.github.wxcard.cli.definition;

import io.github.wxcard.card.Inspection;
import io.github.wxcard.card.Inspector;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Corrects files in place, and looks at what is left. */
final class Corrector {
  private final CommandContext context;
  private final LintDesk desk;
  private final List<String> done = new ArrayList<>();

  Corrector(CommandContext context, LintDesk desk) {
    this.context = context;
    this.desk = desk;
  }

  LintReport.Linted correct(String file) {
    try {
      byte[] content = desk.read(file);
      Inspection inspection = corrected(content, file);
      boolean kept = context.options().dryRun;
      if (!done.isEmpty() && !kept) {
        OutputFile.at(context.environment().resolve(file)).write(bytes(inspection.text()));
      }
      done.forEach(change -> context.console().say((kept ? "would fix " : "fixed ") + change));
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
    context.console().data(endedOnce(text));
    done.forEach(change -> context.console().say("fixed " + change));
    return new LintReport.Linted("-", inspection);
  }

  /**
   * A correction may bring another one to light: what was broken JSON is looked at as a card. So
   * they are made until nothing changes, or until a text comes again.
   */
  private Inspection corrected(byte[] content, String file) {
    Inspection inspection = desk.inspect(content, file);
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
