package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.scenario.Step.AccountKind;
import io.github.wxcard.scenario.StepReport.Mismatch;
import io.github.wxcard.scenario.StepReport.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs the steps of a scenario one after the other, each if what went before allows it. */
public final class ScenarioRunner {
  /** What becomes of the steps after one that failed. */
  public enum AfterFailure {
    RUN,
    /** Those that tidy up run; the others have a report that says why they did not. */
    SKIP,
    /** Not even a report. */
    LEAVE_OUT
  }

  /** Whether somebody has told a run to stop. */
  public interface Interruption {
    boolean requested();

    /** The steps are over, and tidying up begins; false when there is no time left for it. */
    boolean cleanUp();
  }

  /** Hears of every step, before and after it. */
  @FunctionalInterface
  public interface Listener {
    /** A reason of the caller's not to run a step. */
    default Optional<String> reasonToSkip(Step step) {
      return Optional.empty();
    }

    /** What a step needs done before it runs; a {@link Failure} is the step's own. */
    default void before(Step step) {}

    void after(StepReport report);
  }

  private final Scenario scenario;
  private final CommandRunner commands;
  private final Variables variables;
  private final Clock clock;
  private final AfterFailure afterFailure;
  private final BooleanSupplier inSandbox;
  private final Interruption interruption;
  private final StepHistory history;
  private final List<StepReport> tidied = new ArrayList<>();
  private Optional<String> stopped = Optional.empty();
  private boolean interrupted;
  private boolean cleaning;

  /**
   * @param inSandbox whether the account is a sandbox's; asked only by a step that depends on it
   * @param interruption asked before every step
   */
  public ScenarioRunner(
      Scenario scenario,
      CommandRunner commands,
      Variables variables,
      Clock clock,
      AfterFailure afterFailure,
      BooleanSupplier inSandbox,
      Interruption interruption) {
    this.scenario = scenario;
    this.commands = commands;
    this.variables = variables;
    this.history = new StepHistory(scenario, variables);
    this.clock = clock;
    this.afterFailure = afterFailure;
    this.inSandbox = inSandbox;
    this.interruption = interruption;
  }

  /** Runs what can be run; what goes wrong is in the reports, never thrown. */
  public void run(Listener listener) {
    for (Step step : scenario.steps()) {
      noticeInterruption();
      StepReport report = report(step, listener);
      history.add(report);
      learnFrom(report);
      listener.after(report);
      if (stopped.isPresent() && afterFailure == AfterFailure.LEAVE_OUT) {
        break;
      }
    }
    noticeInterruption();
  }

  /** How every step went so far. */
  public List<StepReport> reports() {
    return history.reports();
  }

  /** Whether somebody has told it to stop. */
  public boolean interrupted() {
    return interrupted;
  }

  /** Whether there is time to tidy up when the steps are over. */
  public boolean mayCleanUp() {
    return !interrupted || cleaning;
  }

  /** The steps that ran after an interruption, to tidy up. */
  public List<StepReport> tidied() {
    return List.copyOf(tidied);
  }

  private void noticeInterruption() {
    if (!interruption.requested()) {
      return;
    }
    // Told a second time, it leaves even the tidying.
    cleaning = !interrupted && interruption.cleanUp();
    interrupted = true;
  }

  private void learnFrom(StepReport report) {
    if (interrupted && !report.skipped()) {
      tidied.add(report);
    }
    boolean stops = afterFailure != AfterFailure.RUN && !interruption.requested();
    if (report.state() == State.FAILED && stops && stopped.isEmpty()) {
      stopped = Optional.of("step '" + report.name() + "' failed");
    }
  }

  private StepReport report(Step step, Listener listener) {
    if (isInterrupted(step)) {
      return StepReport.leftOut(history.size() + 1, step, State.INTERRUPTED, "interrupted");
    }
    return reasonToSkip(step)
        .or(() -> listener.reasonToSkip(step))
        .map(why -> StepReport.leftOut(history.size() + 1, step, State.SKIPPED, why))
        .orElseGet(() -> attempted(step, listener));
  }

  /** Only steps to tidy up run after an interruption; what failed before is a reason of its own. */
  private boolean isInterrupted(Step step) {
    return interrupted && (!cleaning || !step.always()) && (stopped.isEmpty() || step.always());
  }

  private Optional<String> reasonToSkip(Step step) {
    if (stopped.isPresent() && !step.always()) {
      return stopped;
    }
    if (step.only().filter(kind -> !kind.fits(inSandbox.getAsBoolean())).isPresent()) {
      return Optional.of(
          step.only().get() == AccountKind.SANDBOX
              ? "it is for the sandbox alone"
              : "it is for a real account alone");
    }
    return history.lacking(step);
  }

  private StepReport attempted(Step step, Listener listener) {
    try {
      listener.before(step);
    } catch (Failure failure) {
      return failed(step, clock.instant(), step.words(), failure);
    }
    Instant start = clock.instant();
    List<String> words = step.words();
    try {
      words = words.stream().map(variables::expand).flatMap(List::stream).toList();
      CommandOutcome outcome = commands.run(words, variables.fill(step.input()));
      // Kept even when it is not as expected: tidying up may need it.
      outcome.result().ifPresent(result -> variables.keep(step.name(), result));
      return judged(step, start, words, outcome);
    } catch (Failure failure) {
      return failed(step, start, words, failure);
    }
  }

  private StepReport judged(Step step, Instant start, List<String> words, CommandOutcome outcome) {
    List<Mismatch> wrong = step.expected().check(outcome, variables);
    if (wrong.isEmpty()) {
      wrong = Expectations.capture(step.captures(), outcome, variables);
    }
    return made(step, wrong.isEmpty() ? State.DONE : State.FAILED, start, words, outcome, wrong);
  }

  private StepReport failed(Step step, Instant start, List<String> words, Failure failure) {
    return made(step, State.FAILED, start, words, CommandOutcome.failed(failure), List.of());
  }

  private StepReport made(
      Step step,
      State state,
      Instant start,
      List<String> words,
      CommandOutcome outcome,
      List<Mismatch> mismatches) {
    long ms = Duration.between(start, clock.instant()).toMillis();
    return new StepReport(history.size() + 1, step.name(), state, ms, words, outcome, mismatches);
  }
}
