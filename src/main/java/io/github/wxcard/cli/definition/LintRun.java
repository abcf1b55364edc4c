package io.github.wxcard.cli.definition;

import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.LintResult;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lints files, and fixes them where asked; one that cannot be read stops no other. */
final class LintRun {
  private final CommandContext context;

  LintRun(CommandContext context) {
    this.context = context;
  }

  LintReport.Linted lint(String file) {
    try {
      return new LintReport.Linted(file, result(read(file), file));
    } catch (Failure unreadable) {
      return new LintReport.Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  /** Corrects a file in place, and looks at what is left. */
  LintReport.Linted fix(String file) {
    try {
      List<String> done = new ArrayList<>();
      LintResult result = fixed(read(file), file, done);
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
  LintReport.Linted fixStandardInput() {
    byte[] content = read(CommandInput.STANDARD);
    List<String> done = new ArrayList<>();
    LintResult result = fixed(content, CommandInput.STANDARD, done);
    String text = done.isEmpty() ? new String(content, StandardCharsets.UTF_8) : result.text();
    context.console().page().data(endedOnce(text));
    done.forEach(fix -> context.console().say("fixed " + fix));
    return new LintReport.Linted(CommandInput.STANDARD, result);
  }

  /**
   * A correction may bring another one to light: what was broken JSON is looked at as a card. So
   * they are made until nothing changes, or until a text comes again.
   */
  private LintResult fixed(byte[] content, String file, List<String> done) {
    LintResult result = result(content, file);
    Set<String> seen = new HashSet<>();
    while (!result.fixes().isEmpty() && seen.add(result.text())) {
      result.fixes().forEach(fix -> done.add(fix.toText(file)));
      result = result(bytes(result.fixed()), file);
    }
    return result;
  }

  private LintResult result(byte[] bytes, String file) {
    return FileLinter.lint(bytes, file, context.environment().clock().instant());
  }

  /** The content of a file, or of standard input for {@code -}. */
  private byte[] read(String file) {
    return CommandInput.bytes(context, file, InputFile.MAX_BYTES);
  }

  /** As a program that writes to a pipe ends its text, but for the line feed itself. */
  private static String endedOnce(String text) {
    return text.replaceFirst("[\\r\\n]*\\z", text.endsWith("\r\n") ? "\r" : "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
