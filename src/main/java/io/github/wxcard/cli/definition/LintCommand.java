package io.github.wxcard.cli.definition;

import io.github.wxcard.card.CardSchema;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    LintRun run = new LintRun(context);
    if (fix && files.contains("-")) {
      return fixedStream(run);
    }
    List<LintReport.Linted> linted = new ArrayList<>();
    for (String file : files) {
      linted.add(fix ? run.fix(file) : run.lint(file));
    }
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
  private CommandResult fixedStream(LintRun run) {
    if (files.size() > 1 || context.options().wantsJson()) {
      throw usage("--fix - prints the corrected text, so it takes no other file and no --json");
    }
    LintReport report = new LintReport(List.of(run.fixStandardInput()));
    report.editorLines().forEach(context.console()::say);
    report
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return CommandResult.printed();
  }

  private static Failure usage(String what) {
    return Failure.of(FailureKind.USAGE, what, "See `wxcard lint --help`.");
  }
}
