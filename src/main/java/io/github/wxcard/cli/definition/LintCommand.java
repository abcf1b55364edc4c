package io.github.wxcard.cli.definition;

import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.FileLinter;
import io.github.wxcard.card.LintResult;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.PlainDocument;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.cli.definition.LintReport.Linted;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at card definitions offline, and corrects what can be meant in only one way. */
@Command(
    name = "lint",
    description = "Check card definitions offline: fields, lengths, dates, and JSON itself.",
    footer = {
      "",
      "A finding is FILE:LINE:COLUMN: error|warning RULE: what is wrong (what to do). An error",
      "ends with exit code 3, warnings alone with 0. A file that is broken in one way is still",
      "checked in all the others, and so are the files after it. Bodies of other calls, such as",
      "/card/qrcode/create, are recognised and not taken for broken cards. A note names coupons:",
      "since 2021-04-01 real accounts cannot create them any more, though a sandbox can.",
      "",
      "--fix removes trailing commas, superfluous nulls, empty lists, invisible characters and",
      "what only answers of /card/get have; takes numbers and booleans out of quotes; writes the",
      "colour's name for its hex value; puts in a missing comma, and a bracket that lacks at the",
      "end of the text. It goes on until nothing is left that is certain. A value that would be",
      "refused all the same is left alone, and so is the rest, comments too.",
      "",
      "Examples:",
      "  wxcard new groupon | wxcard lint -",
      "  wxcard new gift --out gift.json",
      "  wxcard lint gift.json --json",
      "  wxcard lint --schema"
    })
public final class LintCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "The definitions; - reads standard input.")
  List<String> files = List.of();

  @Option(
      names = "--fix",
      description = "Correct the files where only one thing can be meant; - prints the result.")
  boolean fix;

  @Option(
      names = "--schema",
      description = "Print the JSON Schema that the checks come from, for editors.")
  boolean schema;

  @Override
  public CommandResult run() {
    if (schema) {
      return schema();
    }
    if (files.isEmpty()) {
      throw usage("FILE is missing");
    }
    if (Collections.frequency(files, "-") > 1) {
      throw usage("- can be read only once");
    }
    if (fix && files.contains("-")) {
      return fixedStream();
    }
    List<Linted> linted = files.stream().map(file -> fix ? fixFile(file) : lintFile(file)).toList();
    LintReport report = new LintReport(linted);
    linted.forEach(one -> one.remark().ifPresent(context::note));
    report.couponNote().ifPresent(context::note);
    return report;
  }

  private Result schema() {
    if (fix || !files.isEmpty()) {
      throw usage("--schema stands alone");
    }
    return new PlainDocument(CardSchema.document());
  }

  /** Standard output is the text's then; what is left to say goes to the person. */
  private CommandResult fixedStream() {
    if (files.size() > 1 || context.options().wantsJson()) {
      throw usage("--fix - prints the corrected text, so it takes no other file and no --json");
    }
    LintReport report = new LintReport(List.of(fixStandardInput()));
    report.editorLines().forEach(context.console()::say);
    report
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return CommandResult.printed();
  }

  private Linted lintFile(String file) {
    try {
      return new Linted(file, result(read(file), file));
    } catch (Failure unreadable) {
      return new Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  /** Corrects a file in place, and looks at what is left. */
  private Linted fixFile(String file) {
    try {
      List<String> done = new ArrayList<>();
      LintResult result = fixed(read(file), file, done);
      boolean kept = context.options().dryRun;
      if (!done.isEmpty() && !kept) {
        OutputFile.at(context.environment().resolve(file)).write(bytes(result.text()));
      }
      done.forEach(each -> context.console().say((kept ? "would fix " : "fixed ") + each));
      return new Linted(file, result);
    } catch (Failure unreadable) {
      return new Linted(file, FileLinter.unreadable(unreadable));
    }
  }

  /** Standard input, corrected, on standard output. */
  private Linted fixStandardInput() {
    byte[] content = read(CommandInput.STANDARD);
    List<String> done = new ArrayList<>();
    LintResult result = fixed(content, CommandInput.STANDARD, done);
    String text = done.isEmpty() ? new String(content, StandardCharsets.UTF_8) : result.text();
    context.console().page().data(endedOnce(text));
    done.forEach(each -> context.console().say("fixed " + each));
    return new Linted(CommandInput.STANDARD, result);
  }

  /**
   * A correction may bring another one to light: what was broken JSON is looked at as a card. So
   * they are made until nothing changes, or until a text comes again.
   */
  private LintResult fixed(byte[] content, String file, List<String> done) {
    LintResult result = result(content, file);
    Set<String> seen = new HashSet<>();
    while (!result.fixes().isEmpty() && seen.add(result.text())) {
      result.fixes().forEach(each -> done.add(each.toText(file)));
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

  private static Failure usage(String what) {
    return Failure.of(FailureKind.USAGE, what, "See `wxcard lint --help`.");
  }
}
