package io.github.wxcard.cli.base;

import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.batch.BatchRunner;
import io.github.wxcard.batch.BatchTask;
import io.github.wxcard.batch.CodeSyntax;
import io.github.wxcard.batch.InputLine;
import io.github.wxcard.batch.InputSnapshot;
import io.github.wxcard.batch.Journal;
import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.batch.LineSource;
import io.github.wxcard.cli.base.GracefulShutdown.Stage;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** A command that takes codes, a few named ones or all of a file. */
public abstract class BatchCommand extends ApiCommand {
  /** For many calls at once, whose answers the journal keeps. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Mixin public BatchOptions batch = new BatchOptions();

  @Override
  public boolean waits() {
    return batch.from != null;
  }

  @Override
  public boolean readsOn() {
    return batch.from != null;
  }

  /** A batch has connections of its own, which end with it. */
  @Override
  public CommandResult run() {
    if (batch.from == null) {
      return super.run();
    }
    try (WeChat apart = context.weChatApart()) {
      return call(apart);
    }
  }

  /** Refuses a line that names both codes and a file, or neither. */
  protected void checkSource(List<String> codes) {
    batch.check("CODE", !codes.isEmpty());
    ArgumentChecks.noneBlank("CODE", codes);
    codes.stream().filter(CodeSyntax::holdsBlank).findFirst().ifPresent(this::refuse);
  }

  private void refuse(String code) {
    throw Failure.of(
        FailureKind.INPUT,
        "CODE '" + code + "' holds a blank or an invisible character, and no code does",
        "Give the code alone; several codes are several words.");
  }

  /**
   * Works through the codes and prints what comes of each as it comes.
   *
   * @param cardId the card that is named, or null
   * @param codes those on the command line; empty when a file has them
   */
  protected CommandResult work(String cardId, List<String> codes, WeChat weChat, BatchTask task) {
    if (codes.isEmpty()) {
      return ofFile(cardId, weChat, task);
    }
    List<InputLine> lines = new ArrayList<>();
    for (String code : codes) {
      lines.add(InputLine.of(lines.size() + 1, code, cardId));
    }
    try (Journal journal = Journal.inMemory(cardId, lines.size())) {
      return run(lines.iterator(), lines.size(), journal, task, "", Optional::empty);
    }
  }

  private CommandResult ofFile(String cardId, WeChat weChat, BatchTask task) {
    BatchInput input = new BatchInput(context, batch.from);
    String account = weChat.target().cacheKey();
    StartMode start =
        batch.start() == StartMode.AFRESH && task.readOnly() ? StartMode.RESTART : batch.start();
    try (InputStream opened = input.open();
        InputSnapshot snapshot = input.snapshot(opened);
        Journal journal = input.journal(task, cardId, snapshot, account, start)) {
      LineSource lines = new LineSource(snapshot.copy(), journal.cardId(), task.oneCard());
      if (!begins(lines, input)) {
        journal.finish();
        throw input.unusable("there is no code in it", null);
      }
      return run(lines, snapshot.lines(), journal, task, input.howToGoOn(), lines::doubt);
    } catch (IOException e) {
      throw input.unusable("it cannot be read: " + IoErrorMessage.of(e), e);
    }
  }

  private static boolean begins(LineSource lines, BatchInput input) {
    try {
      return lines.hasNext();
    } catch (Failure unusable) {
      throw input.unusable(unusable.getMessage(), null).fix(unusable.fix().orElse(null));
    }
  }

  /**
   * @param howToGoOn after a stop; empty when nothing is remembered
   * @param doubt what is odd about all the codes together
   */
  private CommandResult run(
      Iterator<InputLine> lines,
      int count,
      Journal journal,
      BatchTask task,
      String howToGoOn,
      Supplier<Optional<String>> doubt) {
    if (context.options().dryRun) {
      BatchDryRun dryRun = new BatchDryRun(context);
      BatchRunner.Settings oneByOne = settings(1, Duration.ZERO);
      dryRun.end(new BatchRunner(task, journal, oneByOne, count, dryRun).run(lines));
      doubt.get().ifPresent(context.console()::warn);
      return dryRun.result();
    }
    BatchReporter reporter = new BatchReporter(context, count, howToGoOn);
    BatchRunner.Settings settings = settings(batch.parallel, batch.interval);
    BatchRunner runner = new BatchRunner(task, journal, settings, count, reporter);
    reporter.whenUnread(runner::stop);
    try (GracefulShutdown shutdown = shutdown(runner, howToGoOn)) {
      BatchCounts counts = runner.run(lines);
      reporter.clear();
      doubt.get().ifPresent(context.console()::warn);
      reporter.end(counts, runner.stopped(), shutdown.underWay());
      return CommandResult.printed();
    } finally {
      reporter.clear();
    }
  }

  private BatchRunner.Settings settings(int parallel, Duration interval) {
    return new BatchRunner.Settings(
        parallel,
        interval,
        context.environment().clock(),
        time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000));
  }

  private GracefulShutdown shutdown(BatchRunner runner, String howToGoOn) {
    return new GracefulShutdown(
        runner::interrupt,
        runner::abort,
        ("interrupted before their answers came. " + howToGoOn).strip(),
        context.console()::say,
        new Stage("the calls under way", TIMEOUT));
  }
}
