package io.github.wxcard.cli.base;

import io.github.wxcard.batch.Batch;
import io.github.wxcard.batch.CodeLines;
import io.github.wxcard.batch.Identity;
import io.github.wxcard.batch.Ledger;
import io.github.wxcard.batch.Line;
import io.github.wxcard.batch.MemoryLedger;
import io.github.wxcard.batch.OneCard;
import io.github.wxcard.batch.Rate;
import io.github.wxcard.batch.Settings;
import io.github.wxcard.batch.Spool;
import io.github.wxcard.batch.Start;
import io.github.wxcard.batch.StateFolder;
import io.github.wxcard.batch.Tally;
import io.github.wxcard.batch.Work;
import io.github.wxcard.cli.base.GracefulShutdown.Stage;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.CommandResult;
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

/** Runs a batch for a command: its input, its journal, and what is said about it. */
final class BatchDesk {
  /** For many calls at once, whose answers the journal keeps. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandContext app;
  private final BatchOptions options;
  private final Job job;

  BatchDesk(CommandContext app, BatchOptions options, Job job) {
    this.app = app;
    this.options = options;
    this.job = job;
  }

  /** Works through the codes of a command line. */
  CommandResult codes(List<String> codes, Work work) {
    List<Line> lines = new ArrayList<>();
    for (String code : codes) {
      lines.add(Line.of(lines.size() + 1, code, job.cardId()));
    }
    return run(lines.iterator(), lines.size(), new MemoryLedger(), work, "", Optional::empty);
  }

  /** Works through the codes of a file. */
  CommandResult file(WeChat weChat, Work work) {
    StateFolder state = new StateFolder(app.environment());
    try (InputStream input = input();
        Spool spool = state.spool(input, options.from);
        Ledger ledger = ledger(state, spool, weChat, work.irreversible())) {
      String cardId = ledger.cardId(job.cardId());
      CodeLines lines = new CodeLines(spool.copy(), cardId);
      if (!begins(lines)) {
        ledger.finish();
        throw unreadable("there is no code in it", null);
      }
      Iterator<Line> all = job.oneCard() ? new OneCard(lines, cardId) : lines;
      return run(all, spool.lines(), ledger, work, goingOn(), lines::doubt);
    } catch (IOException e) {
      throw unreadable("it cannot be read: " + IoErrorMessage.of(e), e);
    }
  }

  private boolean begins(CodeLines lines) {
    try {
      return lines.hasNext();
    } catch (Failure unusable) {
      throw unreadable(unusable.getMessage(), null).fix(unusable.fix().orElse(null));
    }
  }

  private CommandResult run(
      Iterator<Line> lines,
      int count,
      Ledger ledger,
      Work work,
      String goingOn,
      Supplier<Optional<String>> doubt) {
    if (app.options().dryRun) {
      CommandResult rehearsed = rehearse(lines, count, ledger, work);
      doubt.get().ifPresent(app.console()::warn);
      return rehearsed;
    }
    BatchReport report = new BatchReport(app, count, goingOn);
    Batch batch = new Batch(work, ledger, settings(options.parallel, options.rate), count, report);
    report.whenUnread(batch::stop);
    try (GracefulShutdown shutdown = shutdown(batch, goingOn)) {
      Tally tally = batch.run(lines);
      report.clear();
      doubt.get().ifPresent(app.console()::warn);
      report.end(tally, batch.stopped(), shutdown.underWay());
      return CommandResult.printed();
    } finally {
      report.clear();
    }
  }

  private GracefulShutdown shutdown(Batch batch, String goingOn) {
    GracefulShutdown.Work work =
        new GracefulShutdown.Work() {
          @Override
          public void stop() {
            batch.interrupt();
          }

          @Override
          public void abort() {
            batch.abort();
          }

          @Override
          public String leftUndone() {
            return ("interrupted before their answers came. " + goingOn).strip();
          }
        };
    return new GracefulShutdown(
        work, app.console()::say, new Stage("the calls under way", PATIENCE));
  }

  private CommandResult rehearse(Iterator<Line> lines, int count, Ledger ledger, Work work) {
    BatchRehearsal rehearsal = new BatchRehearsal(app);
    rehearsal.end(
        new Batch(work, ledger, settings(1, Rate.UNLIMITED), count, rehearsal).run(lines));
    return rehearsal.shown();
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

  private Ledger ledger(StateFolder state, Spool spool, WeChat weChat, boolean irreversible) {
    Identity identity =
        new Identity(
            job.command(),
            isFile() ? path().toAbsolutePath().normalize().toString() : CommandInput.STANDARD,
            spool.digest(),
            weChat.target().cacheKey(),
            job.oneCard() ? job.cardId() : "");
    Start said = options.start();
    Start start = said == Start.AFRESH && job.harmless() ? Start.RESTART : said;
    if (start == Start.RESUME) {
      new ResumeConsent(app, CommandInput.name(options.from))
          .demand(state.resumeState(identity, spool.lines()), irreversible);
    }
    return app.options().dryRun
        ? state.past(identity, job.cardId(), spool.lines(), start, irreversible)
        : state.journal(identity, job.cardId(), spool.lines(), start, irreversible);
  }

  private InputStream input() throws IOException {
    if (options.from.equals(CommandInput.STANDARD)) {
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
    return !options.from.equals(CommandInput.STANDARD) && Files.isRegularFile(path());
  }

  private Path path() {
    return app.environment().resolve(options.from);
  }

  private Failure unreadable(String why, IOException cause) {
    return Failure.of(
            Kind.INPUT,
            CommandInput.name(options.from) + " cannot be used: " + why,
            "Name a file with one code a line, or - for standard input.")
        .causedBy(cause);
  }
}
