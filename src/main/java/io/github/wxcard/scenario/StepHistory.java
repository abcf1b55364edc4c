package io.github.wxcard.scenario;

import io.github.wxcard.scenario.StepReport.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the steps before one went, and whether what they found will do for it. */
final class StepHistory {
  private final Scenario scenario;
  private final Variables variables;
  private final Map<String, StepReport> byName = new LinkedHashMap<>();

  StepHistory(Scenario scenario, Variables variables) {
    this.scenario = scenario;
    this.variables = variables;
  }

  void add(StepReport report) {
    byName.put(report.name(), report);
  }

  int size() {
    return byName.size();
  }

  List<StepReport> reports() {
    return List.copyOf(byName.values());
  }

  /** What a step needs and no step has found; empty when it can run. */
  Optional<String> lacking(Step step) {
    return step.needs().stream()
        .filter(reference -> !available(reference, step.always()))
        .map(this::lacking)
        .findFirst();
  }

  /** What a failed step found all the same is good for tidying up, and for nothing else. */
  private boolean available(String reference, boolean always) {
    Optional<StepReport> source = source(reference);
    boolean sound = source.map(report -> report.state() == State.DONE).orElse(true);
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
    return scenario.source(reference).map(byName::get);
  }
}
