package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.Listener;
import io.github.wxcard.batch.Tally;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Progress;
import io.github.wxcard.output.Result;
import java.util.Optional;

/** What a batch prints: rows under {@code --json}, else the failures and a line at the end. */
final class BatchReport implements Listener {
  private final App app;
  private final Printer printer;
  private final Progress progress;
  private final boolean rows;

  BatchReport(App app, int lines) {
    this.app = app;
    this.printer = new Printer(app.console(), app.globals().format());
    this.progress = new Progress(app.console(), app.environment().clock(), lines);
    this.rows = app.globals().wantsJson();
  }

  @Override
  public void row(ObjectNode row) {
    if (app.globals().dryRun || (!rows && row.path("ok").asBoolean())) {
      return;
    }
    progress.clear();
    printer.row(new Row(row, app.console()));
  }

  @Override
  public void progress(Tally tally) {
    progress.at(tally.lines(), tally.already(), tally.failed());
  }

  void clear() {
    progress.clear();
  }

  /**
   * Says how it ended; a {@link Failure} unless every code is done.
   *
   * @param resumable whether a journal is kept
   * @param departing whether the process ends by itself, so that nobody would print the failure
   */
  void end(Tally tally, Optional<Failure> stopped, boolean resumable, boolean departing) {
    progress.clear();
    if (!rows) {
      app.console().line(summary(tally));
    }
    if (stopped.isEmpty() && tally.failed() == 0) {
      return;
    }
    Failure failure =
        stopped
            .map(why -> stopped(why, tally, resumable))
            .orElseGet(() -> partial(tally, resumable));
    if (departing) {
      printer.failure(failure);
      return;
    }
    throw failure;
  }

  private static String summary(Tally tally) {
    return "done %d, failed %d, repeated %d, already done %d"
            .formatted(tally.done(), tally.failed(), tally.repeated(), tally.already())
        + (tally.recovered() > 0 ? ", recovered " + tally.recovered() : "");
  }

  private static Failure partial(Tally tally, boolean resumable) {
    return Failure.of(
        Kind.PARTIAL,
        tally.failed() == 1 ? "1 code failed" : tally.failed() + " codes failed",
        resumable
            ? "--resume tries those again and repeats nothing that is done."
            : "Correct them and run the command again.");
  }

  /** Credentials and interruptions keep their own exit codes. */
  private static Failure stopped(Failure why, Tally tally, boolean resumable) {
    String soFar = "Stopped early: " + summary(tally) + ". The rest was not sent.";
    String next = resumable ? "Go on with --resume, which repeats nothing that is done." : "";
    return switch (why.kind()) {
      case AUTH -> why.detail(soFar);
      case INTERRUPTED ->
          Failure.of(Kind.INTERRUPTED, "interrupted; " + summary(tally), next).detail(soFar);
      case REFUSED, NETWORK ->
          Failure.of(Kind.PARTIAL, why.getMessage() + reason(why), next(why, next))
              .meaning(why.meaning().orElse(null))
              .detail(soFar);
      default -> why;
    };
  }

  private static String reason(Failure why) {
    return why.errcode()
        .map(errcode -> ": errcode " + errcode + " " + why.errmsg().orElse(""))
        .orElse("");
  }

  private static String next(Failure why, String next) {
    return why.errcode().filter(errcode -> errcode == 45009).isPresent()
        ? "Wait until tomorrow, or run `wxcard quota clear`. " + next
        : why.errcode().isPresent() ? why.fix().orElse("") : next;
  }

  /** One line's result; as text only when it failed. */
  private record Row(ObjectNode row, Console console) implements Result {
    @Override
    public JsonNode json() {
      return row;
    }

    @Override
    public void text(Page page) {
      JsonNode error = row.path("error");
      String errcode = error.path("errcode").asText("null");
      String meaning = error.path("meaning").asText("null");
      console.say(
          "line "
              + row.path("line")
              + ": "
              + row.path("code").asText()
              + ": "
              + (errcode.equals("null") ? "" : "errcode " + errcode + " ")
              + error.path("errmsg").asText()
              + (meaning.equals("null") ? "" : " (" + meaning + ")"));
    }
  }
}
