package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs steps one after the other and keeps what they found for the ones after. */
public final class ScenarioRunner {
  private final CommandRunner commands;
  private final Captures captures;
  private final Clock clock;
  private final List<StepReport> reports = new ArrayList<>();

  public ScenarioRunner(CommandRunner commands, Captures captures, Clock clock) {
    this.commands = commands;
    this.captures = captures;
    this.clock = clock;
  }

  /** Runs the step as the next one; what goes wrong is in the report, never thrown. */
  public StepReport run(Step step) {
    Instant start = clock.instant();
    Outcome outcome = outcome(step);
    outcome.result().ifPresent(result -> captures.keep(step.name(), result));
    long ms = Duration.between(start, clock.instant()).toMillis();
    return keep(step, ms, outcome);
  }

  /** Notes a step that failed before its command could run. */
  public StepReport fail(Step step, Failure failure) {
    return keep(step, 0, Outcome.failed(failure));
  }

  /** Notes a step that there was nothing to do for. */
  public StepReport skip(Step step, String why) {
    return keep(step, 0, Outcome.found(Json.object().put("skipped", why), Optional.empty()));
  }

  /** What has been run so far. */
  public List<StepReport> reports() {
    return List.copyOf(reports);
  }

  private StepReport keep(Step step, long ms, Outcome outcome) {
    StepReport report =
        new StepReport(reports.size() + 1, step.name(), ms, outcome.result(), outcome.failure());
    reports.add(report);
    return report;
  }

  private Outcome outcome(Step step) {
    try {
      return commands.run(
          WordSplitter.split(step.run(), name -> "${" + name + "}").stream()
              .map(Word::text)
              .map(captures::expand)
              .flatMap(List::stream)
              .toList());
    } catch (Failure failure) {
      return Outcome.failed(failure);
    }
  }
}
