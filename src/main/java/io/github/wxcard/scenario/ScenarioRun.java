package io.github.wxcard.scenario;

import io.github.wxcard.scenario.Step.AccountKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Decides for each step of a scenario whether it runs, after what went before. */
public final class ScenarioRun {
  private final Scenario scenario;
  private final ScenarioRunner runner;
  private final Variables variables;
  private final boolean keepGoing;
  private final BooleanSupplier inSandbox;
  private final Map<String, StepReport> reports = new HashMap<>();
  private final Interruption interruption;
  private final List<StepReport> tidied = new ArrayList<>();
  private Optional<String> stopped = Optional.empty();
  private boolean interrupted;
  private boolean cleaning;

  /**
   * @param keepGoing whether steps after a failed one run
   * @param inSandbox whether the account is a sandbox's; asked only by a step that depends on it
   * @param interruption asked before every step
   */
  public ScenarioRun(
      Scenario scenario,
      ScenarioRunner runner,
      Variables variables,
      boolean keepGoing,
      BooleanSupplier inSandbox,
      Interruption interruption) {
    this.scenario = scenario;
    this.runner = runner;
    this.variables = variables;
    this.keepGoing = keepGoing;
    this.inSandbox = inSandbox;
    this.interruption = interruption;
  }

  /** Runs what can be run; every step has a report in the end, told as soon as it is there. */
  public void run(Consumer<StepReport> listener) {
    for (Step step : scenario.steps()) {
      noticeInterruption();
      StepReport report =
          isInterrupted(step)
              ? runner.interrupt(step)
              : reasonToSkip(step)
                  .map(why -> runner.skip(step, why))
                  .orElseGet(() -> runner.run(step));
      reports.put(step.name(), report);
      learnFrom(report);
      listener.accept(report);
    }
    noticeInterruption();
  }

  /** Whether somebody has told it to stop. */
  public boolean interrupted() {
    return interrupted;
  }

  /** The steps that ran after that, to tidy up. */
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
    if (!report.ok() && stopped.isEmpty() && !keepGoing && !interruption.requested()) {
      stopped = Optional.of("step '" + report.name() + "' failed");
    }
  }

  /** Only steps to tidy up run after an interruption; what failed before is a reason of its own. */
  private boolean isInterrupted(Step step) {
    return interrupted && (!cleaning || !step.always()) && (stopped.isEmpty() || step.always());
  }

  private Optional<String> reasonToSkip(Step step) {
    if (stopped.isPresent() && !step.always()) {
      return stopped;
    }
    if (step.where().filter(where -> !where.fits(inSandbox.getAsBoolean())).isPresent()) {
      return Optional.of(
          step.where().get() == AccountKind.SANDBOX
              ? "it is for the sandbox alone"
              : "it is for a real account alone");
    }
    return step.needs().stream()
        .filter(reference -> !available(reference, step.always()))
        .map(this::lacking)
        .findFirst();
  }

  /** What a failed step found all the same is good for tidying up, and for nothing else. */
  private boolean available(String reference, boolean always) {
    Optional<StepReport> source = source(reference);
    boolean sound = source.map(report -> report.state() == StepReport.State.DONE).orElse(true);
    return sound || variables.isGiven(reference) || (always && variables.has(reference));
  }

  private String lacking(String reference) {
    StepReport source = source(reference).orElseThrow();
    return "it needs ${"
        + reference
        + "}, and step '"
        + source.name()
        + (source.skipped() ? "' was skipped" : "' failed");
  }

  private Optional<StepReport> source(String reference) {
    return scenario.source(reference).map(reports::get);
  }
}
