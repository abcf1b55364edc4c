package io.github.wxcard.scenario;

import io.github.wxcard.error.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Decides for each step of a scenario whether it runs, after what went before. */
public final class ScenarioRun {
  private final Scenario scenario;
  private final ScenarioRunner runner;
  private final Captures captures;
  private final boolean keepGoing;
  private final BooleanSupplier inSandbox;
  private final Map<String, StepReport> reports = new HashMap<>();
  private Optional<String> stopped = Optional.empty();
  private boolean interrupted;

  /**
   * @param keepGoing whether steps after a failed one run
   * @param inSandbox whether the account is a sandbox's; asked only by a step that depends on it
   */
  public ScenarioRun(
      Scenario scenario,
      ScenarioRunner runner,
      Captures captures,
      boolean keepGoing,
      BooleanSupplier inSandbox) {
    this.scenario = scenario;
    this.runner = runner;
    this.captures = captures;
    this.keepGoing = keepGoing;
    this.inSandbox = inSandbox;
  }

  /** Runs what can be run; every step has a report in the end, told as soon as it is there. */
  public void run(Consumer<StepReport> listener) {
    for (Step step : scenario.steps()) {
      StepReport report =
          reasonToSkip(step).map(why -> runner.skip(step, why)).orElseGet(() -> runner.run(step));
      reports.put(step.name(), report);
      learnFrom(report);
      listener.accept(report);
    }
  }

  private void learnFrom(StepReport report) {
    if (report.ok()) {
      return;
    }
    interrupted |=
        report.failure().filter(failure -> failure.kind() == Kind.INTERRUPTED).isPresent();
    if (stopped.isEmpty() && (interrupted || !keepGoing)) {
      stopped = Optional.of("step '" + report.name() + "' failed");
    }
  }

  private Optional<String> reasonToSkip(Step step) {
    if (stopped.isPresent() && (interrupted || !step.always())) {
      return stopped;
    }
    if (step.where().filter(where -> !where.fits(inSandbox.getAsBoolean())).isPresent()) {
      return Optional.of(
          step.where().get() == Where.SANDBOX
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
    return sound || captures.isGiven(reference) || (always && captures.has(reference));
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
