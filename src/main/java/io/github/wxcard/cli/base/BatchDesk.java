package io.github.wxcard.cli.base;

import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.batch.BatchIdentity;
import io.github.wxcard.batch.BatchRunner;
import io.github.wxcard.batch.BatchTask;
import io.github.wxcard.batch.InputLine;
import io.github.wxcard.batch.InputSnapshot;
import io.github.wxcard.batch.JournalFolder;
import io.github.wxcard.batch.Ledger;
import io.github.wxcard.batch.LineSource;
import io.github.wxcard.batch.MemoryLedger;
import io.github.wxcard.batch.OneCard;
import io.github.wxcard.batch.Rate;
import io.github.wxcard.batch.Settings;
import io.github.wxcard.batch.Start;
import io.github.wxcard.cli.base.GracefulShutdown.Stage;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a batchRunner for a command: its input, its journal, and what is said about it. */
final class BatchDesk {
  /** For many calls at once, whose answers the journal keeps. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final App app;
  private final BatchOptions options;
  private final Job job;
  private Optional<RequestsNotSent> keptBack = Optional.empty();

  BatchDesk(App app, BatchOptions options, Job job) {
    this.app = app;
    this.options = options;
    this.job = job;
  }

  /** Works through the codes of a command line. */
  void codes(List<String> codes, BatchTask batchTask) {
    List<InputLine> lines = new ArrayList<>();
    for (String code : codes) {
      lines.add(InputLine.of(lines.size() + 1, code, job.cardId()));
    }
    run(lines.iterator(), lines.size(), new MemoryLedger(), batchTask, "", Optional::empty);
  }

  /** Works through the codes of a file. */
  void file(WeChat weChat, BatchTask batchTask) {
    JournalFolder state = new JournalFolder(app.environment());
    try (InputStream input = input();
        InputSnapshot inputSnapshot = state.spool(input, options.from);
        Ledger ledger = ledger(state, inputSnapshot, weChat, batchTask.irreversible())) {
      String cardId = ledger.cardId(job.cardId());
      LineSource lines = new LineSource(inputSnapshot.copy(), cardId);
      if (!begins(lines)) {
        ledger.finish();
        throw unreadable("there is no code in it", null);
      }
      Iterator<InputLine> all = job.oneCard() ? new OneCard(lines, cardId) : lines;
      run(all, inputSnapshot.lines(), ledger, batchTask, goingOn(), lines::doubt);
    } catch (IOException e) {
      throw unreadable("it cannot be read: " + IoErrorMessage.of(e), e);
    }
  }

  private boolean begins(LineSource lines) {
    try {
      return lines.hasNext();
    } catch (Failure unusable) {
      throw unreadable(unusable.getMessage(), null).fix(unusable.fix().orElse(null));
    }
  }

  /** What a dry run shows; empty when it was none. */
  Optional<RequestsNotSent> keptBack() {
    return keptBack;
  }

  private void run(
      Iterator<InputLine> lines,
      int count,
      Ledger ledger,
      BatchTask batchTask,
      String goingOn,
      Supplier<Optional<String>> doubt) {
    if (app.globals().dryRun) {
      rehearse(lines, count, ledger, batchTask);
      doubt.get().ifPresent(app.console()::warn);
      return;
    }
    BatchReporter report = new BatchReporter(app, count, goingOn);
    BatchRunner batchRunner =
        new BatchRunner(batchTask, ledger, settings(options.parallel, options.rate), count, report);
    report.whenUnread(batchRunner::stop);
    try (GracefulShutdown shutdown = shutdown(batchRunner, goingOn)) {
      BatchCounts batchCounts = batchRunner.run(lines);
      report.clear();
      doubt.get().ifPresent(app.console()::warn);
      report.end(batchCounts, batchRunner.stopped(), shutdown.underWay());
    } finally {
      report.clear();
    }
  }

  private GracefulShutdown shutdown(BatchRunner batchRunner, String goingOn) {
    GracefulShutdown.Work batchTask =
        new GracefulShutdown.Work() {
          @Override
          public void stop() {
            batchRunner.interrupt();
          }

          @Override
          public void abort() {
            batchRunner.abort();
          }

          @Override
          public String leftUndone() {
            return ("interrupted before their answers came. " + goingOn).strip();
          }
        };
    return new GracefulShutdown(
        batchTask, app.console()::say, new Stage("the calls under way", PATIENCE));
  }

  private void rehearse(Iterator<InputLine> lines, int count, Ledger ledger, BatchTask batchTask) {
    BatchRehearsal rehearsal = new BatchRehearsal(app);
    rehearsal.end(
        new BatchRunner(batchTask, ledger, settings(1, Rate.UNLIMITED), count, rehearsal)
            .run(lines));
    keptBack = Optional.of(rehearsal.shown());
  }

  private Settings settings(int parallel, Rate rate) {
    return new Settings(
        parallel,
        rate,
        app.environment().clock(),
        time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000));
  }

  private String goingOn() {
    return isFile()
        ? "Go on with --resume, which repeats nothing that is done."
        : "Go on with --resume and the same input piped in again; nothing done is repeated.";
  }

  private Ledger ledger(
      JournalFolder state, InputSnapshot inputSnapshot, WeChat weChat, boolean irreversible) {
    BatchIdentity batchIdentity =
        new BatchIdentity(
            job.command(),
            isFile() ? path().toAbsolutePath().normalize().toString() : Input.STANDARD,
            inputSnapshot.digest(),
            weChat.target().cacheKey(),
            job.oneCard() ? job.cardId() : "");
    Start said = options.start();
    Start start = said == Start.AFRESH && job.harmless() ? Start.RESTART : said;
    if (start == Start.RESUME) {
      new ResumeConsent(app, Input.name(options.from))
          .demand(state.resumeState(batchIdentity, inputSnapshot.lines()), irreversible);
    }
    return app.globals().dryRun
        ? state.past(batchIdentity, job.cardId(), inputSnapshot.lines(), start, irreversible)
        : state.journal(batchIdentity, job.cardId(), inputSnapshot.lines(), start, irreversible);
  }

  private InputStream input() throws IOException {
    if (options.from.equals(Input.STANDARD)) {
      return app.console().in();
    }
    if (!Files.exists(path())) {
      throw unreadable("it does not exist", null);
    }
    if (Files.isDirectory(path())) {
      throw unreadable("it is a folder", null);
    }
    return Files.newInputStream(path());
  }

  /** A pipe of the shell's making has another name every time. */
  private boolean isFile() {
    return !options.from.equals(Input.STANDARD) && Files.isRegularFile(path());
  }

  private Path path() {
    return app.environment().resolve(options.from);
  }

  private Failure unreadable(String why, IOException cause) {
    return Failure.of(
            Kind.INPUT,
            Input.name(options.from) + " cannot be used: " + why,
            "Name a file with one code a line, or - for standard input.")
        .causedBy(cause);
  }
}
