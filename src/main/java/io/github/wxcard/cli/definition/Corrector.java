package io.github.wxcard.cli.definition;

import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.LintResult;
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
      LintResult result = corrected(content, file);
      boolean kept = context.options().dryRun;
      if (!done.isEmpty() && !kept) {
        OutputFile.at(context.environment().resolve(file)).write(bytes(result.text()));
      }
      done.forEach(fix -> context.console().say((kept ? "would fix " : "fixed ") + fix));
      return new LintReport.Linted(file, result);
    } catch (Failure unreadable) {
      return new LintReport.Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  /** Standard input, corrected, on standard output. */
  LintReport.Linted stream() {
    byte[] content = desk.read("-");
    LintResult result = corrected(content, "-");
    String text = done.isEmpty() ? new String(content, StandardCharsets.UTF_8) : result.text();
    context.console().data(endedOnce(text));
    done.forEach(fix -> context.console().say("fixed " + fix));
    return new LintReport.Linted("-", result);
  }

  /**
   * A correction may bring another one to light: what was broken JSON is looked at as a card. So
   * they are made until nothing changes, or until a text comes again.
   */
  private LintResult corrected(byte[] content, String file) {
    LintResult result = desk.lint(content, file);
    Set<String> seen = new HashSet<>();
    while (!result.fixes().isEmpty() && seen.add(result.text())) {
      result.fixes().forEach(fix -> done.add(fix.toText(file)));
      result = desk.lint(bytes(result.fixed()), file);
    }
    return result;
  }

  /** As a program that writes to a pipe ends its text, but for the line feed itself. */
  private static String endedOnce(String text) {
    return text.replaceFirst("[\\r\\n]*\\z", text.endsWith("\r\n") ? "\r" : "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
