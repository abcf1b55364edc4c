package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.batch.BatchRunner;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.List;

/** What is said of a batch of which nothing is sent: the lines that cannot be, and how many can. */
final class BatchDryRun implements BatchRunner.ProgressListener {
  private final CommandContext context;
  private final List<ObjectNode> badLines = new ArrayList<>();

  BatchDryRun(CommandContext context) {
    this.context = context;
  }

  /** A line whose request was made up has no answer: what fails has failed before. */
  @Override
  public void row(ObjectNode row) {
    if (row.path("ok").asBoolean()) {
      return;
    }
    badLines.add(row);
    if (!context.options().wantsJson()) {
      BatchReporter.say(row, context.console());
    }
  }

  @Override
  public void progress(BatchCounts counts) {}

  /** Says what the real run would do. */
  void end(BatchCounts counts) {
    context.note(
        counted(counts.done(), "code")
            + " would be sent; "
            + counted(counts.unusable(), "line")
            + " cannot be used, "
            + counts.repeated()
            + " repeated"
            + (counts.already() > 0 ? ", " + counts.already() + " already done" : "")
            + (counts.refused() > 0 ? ", " + counts.refused() + " refused before" : ""));
  }

  /** What would be sent, with the lines of which no request could be made. */
  DryRunResult result() {
    DryRunResult requests = DryRunResult.of(context.recorded());
    return badLines.isEmpty()
        ? requests
        : requests.but(
            badLines,
            Failure.of(
                FailureKind.PARTIAL,
                counted(badLines.size(), "line") + " would fail",
                "Correct them, or let the run leave them out: it will end with this exit code."));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
