package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.batch.BatchRunner;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.error.Translation;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Progress;
import io.github.wxcard.output.StandardOutput.ClosedPipeException;
import io.github.wxcard.output.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a batch prints: rows under {@code --json}, else the failures and a line at the end. */
final class BatchReporter implements BatchRunner.ProgressListener {
  private final CommandContext context;
  private final Printer printer;
  private final Progress progress;
  private final boolean rows;
  private final BatchSummary summary;
  private Consumer<Failure> stop = why -> {};
  private boolean unread;

  /**
   * @param howToGoOn how to go on after a stop; empty when nothing is remembered
   */
  BatchReporter(CommandContext context, int lines, String howToGoOn) {
    this.context = context;
    this.printer = context.printer();
    this.progress = new Progress(context.console(), context.environment().clock(), lines);
    this.rows = context.options().wantsJson();
    this.summary = new BatchSummary(howToGoOn, rows);
  }

  /** What to do when no result can be told any more: codes go on for good that nobody hears of. */
  void whenUnread(Consumer<Failure> whatToDo) {
    stop = whatToDo;
  }

  @Override
  public void row(ObjectNode row) {
    if (unread || !(rows || !row.path("ok").asBoolean())) {
      return;
    }
    progress.clear();
    try {
      ObjectNode told = Translation.ofRow(row, context.language());
      if (rows) {
        printer.row(new Document(told, List.of()));
      } else {
        say(told, context.console());
      }
    } catch (ClosedPipeException gone) {
      unread(Failure.of(FailureKind.PARTIAL, "nobody reads the results any more", null));
    } catch (Failure unwritable) {
      unread(unwritable);
    }
  }

  private void unread(Failure why) {
    unread = true;
    stop.accept(why);
  }

  @Override
  public void progress(BatchCounts counts) {
    progress.at(counts.lines(), counts.already(), counts.failed());
  }

  void clear() {
    progress.clear();
  }

  /**
   * Says how it ended; a {@link Failure} unless every code is done.
   *
   * @param departing whether the process ends by itself, so that nobody would print the failure
   */
  void end(BatchCounts counts, Optional<Failure> stopped, boolean departing) {
    progress.clear();
    if (!rows) {
      printCounts(counts);
    }
    Optional<Failure> failure = summary.failure(counts, stopped, printer.misfit());
    if (failure.isPresent() && !departing) {
      throw failure.get();
    }
    failure.ifPresent(printer::failure);
  }

  private void printCounts(BatchCounts counts) {
    try {
      context.console().page().line(BatchSummary.text(counts));
    } catch (ClosedPipeException gone) {
      // Nothing is left to stop, and how it ended does not hang on the reader.
      unread = true;
    }
  }

  /** Says why a line failed. */
  static void say(ObjectNode row, Console console) {
    JsonNode error = row.path("error");
    String errcode = error.path("errcode").asText("null");
    String meaning = error.path("meaning").asText("null");
    String said =
        " "
            + (row.path("code").isNull() ? "" : row.path("code").asText() + ": ")
            + (errcode.equals("null") ? "" : "errcode " + errcode + " ")
            + error.path("errmsg").asText()
            + (meaning.equals("null") ? "" : " (" + meaning + ")");
    console.say(console.onErr().add(Style.BAD, "line " + row.path("line") + ":").add(said));
  }
}
