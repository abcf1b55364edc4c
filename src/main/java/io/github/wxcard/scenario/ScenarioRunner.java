package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.StepReport.Mismatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs steps one after the other and keeps what they found for the ones after. */
public final class ScenarioRunner {
  private final StepCommands commands;
  private final Variables variables;
  private final Clock clock;
  private final List<StepReport> reports = new ArrayList<>();

  public ScenarioRunner(StepCommands commands, Variables variables, Clock clock) {
    this.commands = commands;
    this.variables = variables;
    this.clock = clock;
  }

  /** Runs the step as the next one; what goes wrong is in the report, never thrown. */
  public StepReport run(Step step) {
    Instant start = clock.instant();
    List<String> words = step.words();
    CommandOutcome outcome;
    try {
      words = words.stream().map(variables::expand).flatMap(List::stream).toList();
      outcome = commands.run(words, variables.fill(step.input()));
    } catch (Failure failure) {
      return keep(
          step, StepReport.State.FAILED, start, words, CommandOutcome.failed(failure), List.of());
    }
    outcome.result().ifPresent(result -> variables.keep(step.name(), result));
    return judged(step, start, words, outcome);
  }

  /** Notes a step that failed before its command could run. */
  public StepReport fail(Step step, Failure failure) {
    CommandOutcome outcome = CommandOutcome.failed(failure);
    return keep(step, StepReport.State.FAILED, clock.instant(), step.words(), outcome, List.of());
  }

  /** Notes a step that there was nothing to do for. */
  public StepReport skip(Step step, String why) {
    return leaveOut(step, StepReport.State.SKIPPED, why);
  }

  /** Notes a step that an interruption came before. */
  StepReport interrupt(Step step) {
    return leaveOut(step, StepReport.State.INTERRUPTED, "interrupted");
  }

  private StepReport leaveOut(Step step, StepReport.State state, String why) {
    CommandOutcome outcome =
        CommandOutcome.found(Json.object().put("skipped", why), Optional.empty());
    return keep(step, state, clock.instant(), step.words(), outcome, List.of());
  }

  /** What has been run so far. */
  public List<StepReport> reports() {
    return List.copyOf(reports);
  }

  /** What a step found is kept even when it is not as expected: tidying up may need it. */
  private StepReport judged(Step step, Instant start, List<String> words, CommandOutcome outcome) {
    try {
      List<Mismatch> wrong = new ArrayList<>(step.expected().check(outcome, variables));
      if (wrong.isEmpty()) {
        wrong.addAll(Expectations.capture(step.captures(), outcome, variables));
      }
      StepReport.State state = wrong.isEmpty() ? StepReport.State.DONE : StepReport.State.FAILED;
      return keep(step, state, start, words, outcome, wrong);
    } catch (Failure failure) {
      return keep(
          step, StepReport.State.FAILED, start, words, CommandOutcome.failed(failure), List.of());
    }
  }

  private StepReport keep(
      Step step,
      StepReport.State state,
      Instant start,
      List<String> words,
      CommandOutcome outcome,
      List<Mismatch> mismatches) {
    long ms = Duration.between(start, clock.instant()).toMillis();
    StepReport report =
        new StepReport(
            reports.size() + 1, step.name(), state, ms, words, outcome, List.copyOf(mismatches));
    reports.add(report);
    return report;
  }
}
