package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.batch.BatchListener;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is said of a batch of which nothing is sent: the lines that cannot be, and how many can. */
final class BatchRehearsal implements BatchListener {
  private final App app;
  private final List<ObjectNode> badLines = new ArrayList<>();

  BatchRehearsal(App app) {
    this.app = app;
  }

  /** A line whose request was made up has no answer: what fails has failed before. */
  @Override
  public void row(ObjectNode row) {
    if (row.path("ok").asBoolean()) {
      return;
    }
    badLines.add(row);
    if (!app.globals().wantsJson()) {
      new BatchReporter.Row(row, app.console()).text(app.console());
    }
  }

  @Override
  public void progress(BatchCounts batchCounts) {}

  /** Says what the real run would do. */
  void end(BatchCounts batchCounts) {
    app.note(
        counted(batchCounts.done(), "code")
            + " would be sent; "
            + counted(batchCounts.unusable(), "line")
            + " cannot be used, "
            + batchCounts.repeated()
            + " repeated"
            + (batchCounts.already() > 0 ? ", " + batchCounts.already() + " already done" : "")
            + (batchCounts.refused() > 0 ? ", " + batchCounts.refused() + " refused before" : ""));
  }

  /** What was rehearsed, with the lines of which no request could be made. */
  RequestsNotSent shown() {
    RequestsNotSent requests = RequestsNotSent.of(app.recorded());
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
