package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.output.JunitXml;
import io.github.wxcard.output.JunitXml.Case;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.StepReport;
import io.github.wxcard.text.SecretMask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a scenario went: {@code {"name","steps":[…],"ok"}}.
 *
 * @param interrupted whether somebody has told it to stop
 * @param tidied the steps that ran after that
 */
record RunReport(
    String name,
    List<StepReport> steps,
    SecretMask mask,
    boolean interrupted,
    List<StepReport> tidied)
    implements Result {

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object().put("name", name);
    ArrayNode list = json.putArray("steps");
    steps.forEach(step -> list.add(MaskedJson.of(json(step), mask)));
    return json.put("ok", failed().isEmpty() && !interrupted);
  }

  private static JsonNode json(StepReport step) {
    ObjectNode json = Json.object();
    json.put("step", step.number()).put("name", step.name()).put("ok", step.ok());
    if (step.skipped()) {
      return json.put("ms", step.ms()).put("skipped", step.reason());
    }
    json.put("ms", step.ms());
    json.put("command", new StepText(step).command()).put("exit", step.outcome().exitCode());
    step.result().ifPresent(value -> json.set("result", value));
    step.failure().ifPresent(value -> json.set("error", value.json().path("error")));
    if (!step.ok() && !step.outcome().said().isEmpty()) {
      json.put("stderr", String.join("\n", step.outcome().said()));
    }
    if (!step.mismatches().isEmpty()) {
      ArrayNode failures = json.putArray("failures");
      step.mismatches().forEach(mismatch -> failures.add(mismatch.json()));
    }
    return json;
  }

  /** The same for a CI system: one test case a step. */
  byte[] junit(Instant started) {
    return new JunitXml(name, started, steps.stream().map(this::testCase).toList()).bytes();
  }

  private Case testCase(StepReport step) {
    StepText text = new StepText(step);
    return text.testCase(() -> mask.text(told(text)));
  }

  private static String told(StepText text) {
    return Stream.concat(text.troubles().stream(), Stream.of("$ wxcard " + text.command()))
        .collect(Collectors.joining("\n"));
  }

  /** The steps were told while they ran; this is the last line. */
  @Override
  public void text(Page page) {
    if (failed().isEmpty() && !interrupted) {
      long skipped = steps.stream().filter(StepReport::skipped).count();
      long done = steps.size() - skipped;
      page.line(
          name
              + ": "
              + counted(done)
              + " as expected"
              + (skipped == 0 ? "" : ", " + skipped + " skipped"));
    }
  }

  @Override
  public Optional<Failure> failure() {
    if (interrupted) {
      return Optional.of(stopped());
    }
    return failed().isEmpty() ? Optional.empty() : Optional.of(partial());
  }

  private Failure stopped() {
    long done = steps.stream().filter(step -> step.ok() && !step.skipped()).count();
    String what =
        name + ": interrupted; " + done + " of " + counted(steps.size()) + " done" + tidying();
    String fix =
        failed().stream()
            .flatMap(step -> step.failure().stream())
            .flatMap(failure -> failure.fix().stream())
            .findFirst()
            .orElse(null);
    return Failure.of(FailureKind.INTERRUPTED, what, fix);
  }

  private String tidying() {
    return tidied.isEmpty()
        ? ""
        : ", with the clean-up: "
            + tidied.stream()
                .map(step -> step.name() + (step.ok() ? "" : " (failed)"))
                .collect(Collectors.joining(", "));
  }

  private Failure partial() {
    String names = failed().stream().map(StepReport::name).collect(Collectors.joining(", "));
    return Failure.of(
        FailureKind.PARTIAL,
        name + ": " + failed().size() + " of " + counted(steps.size()) + " failed: " + names,
        "Compare what was expected with what was found; -v shows every request and answer.");
  }

  private List<StepReport> failed() {
    return steps.stream().filter(step -> !step.ok()).toList();
  }

  private static String counted(long number) {
    return number + (number == 1 ? " step" : " steps");
  }
}
