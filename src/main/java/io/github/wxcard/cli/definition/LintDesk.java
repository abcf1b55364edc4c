package io.github.wxcard.cli.definition;

import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.LintResult;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.input.InputFile;

/** Where files are read and looked at; one that cannot be read stops no other. */
final class LintDesk {
  private final CommandContext context;

  LintDesk(CommandContext context) {
    this.context = context;
  }

  LintReport.Linted look(String file) {
    try {
      return new LintReport.Linted(file, lint(read(file), file));
    } catch (Failure unreadable) {
      return new LintReport.Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  LintResult lint(byte[] bytes, String file) {
    return FileLinter.lint(bytes, file, context.environment().clock().instant());
  }

  /** The content of a file, or of standard input for {@code -}. */
  byte[] read(String file) {
    return CommandInput.bytes(context, file, InputFile.MAX_BYTES);
  }
}
