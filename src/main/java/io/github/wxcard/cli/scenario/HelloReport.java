package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.output.JunitXml;
import io.github.wxcard.output.JunitXml.Case;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.ScenarioRunner;
import io.github.wxcard.scenario.ScenarioRunner.Interruption;
import io.github.wxcard.scenario.StepReport;
import io.github.wxcard.text.SecretMask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the walkthrough went. */
record HelloReport(
    String target,
    String base,
    List<StepReport> steps,
    Optional<String> cardId,
    Optional<String> code,
    CardCleanup cleanup)
    implements Result {

  /**
   * What became of a walkthrough's card when the walk was over.
   *
   * @param interrupted whether somebody has told the walk to stop
   * @param card what is said of the card then; empty when there is none
   * @param failure why it could not be deleted
   */
  record CardCleanup(boolean interrupted, String card, Optional<Failure> failure) {
    /**
     * Deletes the card, if there is time for it.
     *
     * @param wanted whether it is to be deleted
     */
    static CardCleanup of(
        CommandContext context,
        ScenarioRunner run,
        Interruption interruption,
        Optional<String> cardId,
        boolean wanted) {
      boolean interrupted = run.interrupted();
      if (cardId.isEmpty()) {
        return new CardCleanup(interrupted, "", Optional.empty());
      }
      String card = ", card " + cardId.get();
      if (!wanted || !run.mayCleanUp()) {
        return new CardCleanup(interrupted, card + " stays", Optional.empty());
      }
      try {
        context.weChat().deleteCard(cardId.get());
        return new CardCleanup(interrupted, card + " is deleted", Optional.empty());
      } catch (Failure failure) {
        return new CardCleanup(
            interrupted || interruption.requested(),
            card + " could not be deleted: " + failure.getMessage(),
            Optional.of(failure));
      }
    }
  }

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("target", target).put("base", base);
    ArrayNode list = json.putArray("steps");
    // A report is kept and shared; a token must not be in it.
    SecretMask mask = new SecretMask();
    steps.forEach(step -> list.add(MaskedJson.of(step.json(), mask)));
    return json.put("card_id", cardId.orElse(null)).put("code", code.orElse(null));
  }

  /** The same for a CI system: one test case a step. */
  byte[] junit(Instant started) {
    return new JunitXml("hello", started, steps.stream().map(HelloReport::testCase).toList())
        .bytes();
  }

  private static Case testCase(StepReport step) {
    return new StepText(step).testCase(() -> told(step.failure().orElseThrow()));
  }

  private static String told(Failure failure) {
    return Stream.of(
            Optional.of(failure.getMessage()),
            failure.errmsg(),
            failure.reason(),
            failure.meaning(),
            failure.fix())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  /** The steps were told while they ran; this is the last line. */
  @Override
  public void text(Page page) {
    if (failure().isEmpty()) {
      page.line(
          steps.size()
              + (steps.size() == 1 ? " step" : " steps")
              + " done"
              + cardId.map(id -> ", card " + id).orElse(""));
    }
  }

  /**
   * A step that fails ends the walk with its own kind; not to have redeemed is a partial success.
   */
  @Override
  public Optional<Failure> failure() {
    return cleanup.interrupted() ? Optional.of(interrupted()) : failedStep().or(cleanup::failure);
  }

  private Failure interrupted() {
    long done = steps.stream().filter(step -> step.ok() && !step.skipped()).count();
    String what = "interrupted; " + done + " of " + steps.size() + " steps done" + cleanup.card();
    Optional<Failure> open =
        cleanup
            .failure()
            .or(() -> steps.stream().flatMap(step -> step.failure().stream()).findFirst());
    return Failure.of(FailureKind.INTERRUPTED, what, open.flatMap(Failure::fix).orElse(null));
  }

  private Optional<Failure> failedStep() {
    return steps.stream()
        .filter(step -> !step.ok())
        .findFirst()
        .map(step -> step.name().equals("consume") ? partial(step) : step.failure().orElseThrow());
  }

  private static Failure partial(StepReport step) {
    Failure why = step.failure().orElseThrow();
    if (why.kind() == FailureKind.PARTIAL || Deadline.isOver(why)) {
      return why;
    }
    String code = why.errcode().map(number -> ", errcode " + number).orElse("");
    String what = "step " + step.number() + " redeemed nothing: " + why.getMessage() + code;
    Failure failure =
        Failure.of(FailureKind.PARTIAL, what, why.fix().orElse(null))
            .meaning(why.meaning().orElse(null))
            .retryable(why.retryable())
            .causedBy(why);
    why.reason().ifPresent(failure::reason);
    why.details().forEach(failure::detail);
    return failure;
  }
}
