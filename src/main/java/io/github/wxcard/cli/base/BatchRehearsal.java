package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.BatchListener;
import io.github.wxcard.batch.Tally;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is said of a batch of which nothing is sent: the lines that cannot be, and how many can. */
final class BatchRehearsal implements BatchListener {
  private final CommandContext app;
  private final List<ObjectNode> badLines = new ArrayList<>();

  BatchRehearsal(CommandContext app) {
    this.app = app;
  }

  /** A line whose request was made up has no answer: what fails has failed before. */
  @Override
  public void row(ObjectNode row) {
    if (row.path("ok").asBoolean()) {
      return;
    }
    badLines.add(row);
    if (!app.options().wantsJson()) {
      new BatchReport.Row(row, app.console()).text(app.console());
    }
  }

  @Override
  public void progress(Tally tally) {}

  /** Says what the real run would do. */
  void end(Tally tally) {
    app.note(
        counted(tally.done(), "code")
            + " would be sent; "
            + counted(tally.unusable(), "line")
            + " cannot be used, "
            + tally.repeated()
            + " repeated"
            + (tally.already() > 0 ? ", " + tally.already() + " already done" : "")
            + (tally.refused() > 0 ? ", " + tally.refused() + " refused before" : ""));
  }

  /** What was rehearsed, with the lines of which no request could be made. */
  DryRunResult shown() {
    DryRunResult requests = DryRunResult.of(app.recorded());
    return badLines.isEmpty()
        ? requests
        : requests.but(
            badLines,
            Failure.of(
                Kind.PARTIAL,
                counted(badLines.size(), "line") + " would fail",
                "Correct them, or let the run leave them out: it will end with this exit code."));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
