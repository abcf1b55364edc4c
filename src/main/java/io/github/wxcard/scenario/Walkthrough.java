package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.Optional;
import java.util.function.Consumer;

/** WeChat's card walkthrough: seven steps, and a person with a phone between two of them. */
public final class Walkthrough {
  private final ScenarioRunner runner;
  private final Variables variables;
  private final CardHolder holder;
  private final Consumer<StepReport> listener;
  private final Interruption interruption;
  private Optional<String> code = Optional.empty();
  private String ticket = "";
  private String cardId = "";

  public Walkthrough(
      ScenarioRunner runner,
      Variables variables,
      CardHolder holder,
      Consumer<StepReport> listener,
      Interruption interruption) {
    this.runner = runner;
    this.variables = variables;
    this.holder = holder;
    this.listener = listener;
    this.interruption = interruption;
  }

  /**
   * Walks until the named step, the first failure or an interruption, which leaves the rest out.
   *
   * @param withTesters whether step 6 may replace the account's list of testers
   */
  public void walk(Scenario scenario, String until, boolean withTesters) {
    for (Step step : scenario.steps()) {
      boolean interrupted = interruption.requested();
      StepReport report = interrupted ? runner.interrupt(step) : walk(step, withTesters);
      listener.accept(report);
      if (report.ok()) {
        learnFrom(report);
      }
      boolean failed = !report.ok() && !interruption.requested();
      if (failed || step.name().equals(until)) {
        return;
      }
      if (step.name().equals("show") && !interrupted) {
        scanEarly();
      }
    }
  }

  private void scanEarly() {
    try {
      code = holder.scanEarly(ticket);
    } catch (Failure failure) {
      if (!interruption.requested()) {
        throw failure;
      }
    }
  }

  /** The card's id, once there is one. */
  public Optional<String> cardId() {
    return Optional.of(cardId).filter(id -> !id.isEmpty());
  }

  /** The code that was claimed, once there is one. */
  public Optional<String> code() {
    return code;
  }

  private StepReport walk(Step step, boolean withTesters) {
    if (step.name().equals("whitelist") && !withTesters) {
      return runner.skip(step, "it would replace the account's testers; name one to run it");
    }
    if (step.name().equals("consume")) {
      try {
        code = Optional.of(code.isPresent() ? code.get() : holder.takeCard(ticket, cardId));
        variables.give("scan.code", code.get());
      } catch (Failure failure) {
        return runner.fail(step, failure);
      }
    }
    return runner.run(step);
  }

  private void learnFrom(StepReport report) {
    JsonNode result = report.result().orElseGet(Json::object);
    cardId = result.path("card_id").asText(cardId);
    ticket = result.path("ticket").asText(ticket);
  }
}
