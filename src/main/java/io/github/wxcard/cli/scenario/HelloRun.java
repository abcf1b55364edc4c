package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.ScenarioRunner;
import io.github.wxcard.scenario.ScenarioRunner.Interruption;
import io.github.wxcard.scenario.Step;
import io.github.wxcard.scenario.StepReport;
import io.github.wxcard.scenario.StepReport.State;
import io.github.wxcard.scenario.Variables;
import java.util.Optional;
import java.util.function.Consumer;

/** What the walkthrough has beyond its scenario: a customer with a phone between two steps. */
final class HelloRun implements ScenarioRunner.Listener {
  /** Takes the card that a QR code hands out: played in the sandbox, a person on an account. */
  @FunctionalInterface
  interface Customer {
    /** Tries to take the card before the testers are set; a code only if that was possible. */
    default Optional<String> scanEarly(String ticket) {
      return Optional.empty();
    }

    /** Takes the card, and tells the code that was handed out. */
    String takeCard(String ticket, String cardId);
  }

  private final Customer customer;
  private final boolean hasTesters;
  private final boolean goesOnAfterShow;
  private final Variables variables;
  private final HelloProgress progress;
  private final Interruption interruption;
  private Optional<String> code = Optional.empty();
  private String ticket = "";
  private String cardId = "";

  /**
   * @param hasTesters whether step 6 may replace the account's list of testers
   * @param goesOnAfterShow whether a step comes after the one that shows the QR code
   */
  HelloRun(
      Customer customer,
      boolean hasTesters,
      boolean goesOnAfterShow,
      Variables variables,
      HelloProgress progress,
      Interruption interruption) {
    this.customer = customer;
    this.hasTesters = hasTesters;
    this.goesOnAfterShow = goesOnAfterShow;
    this.variables = variables;
    this.progress = progress;
    this.interruption = interruption;
  }

  /** The card's id, once there is one. */
  Optional<String> cardId() {
    return Optional.of(cardId).filter(id -> !id.isEmpty());
  }

  /** The code that was claimed, once there is one. */
  Optional<String> code() {
    return code;
  }

  @Override
  public Optional<String> reasonToSkip(Step step) {
    return step.name().equals("whitelist") && !hasTesters
        ? Optional.of("it would replace the account's testers; name one to run it")
        : Optional.empty();
  }

  @Override
  public void before(Step step) {
    if (step.name().equals("consume")) {
      code = Optional.of(code.isPresent() ? code.get() : customer.takeCard(ticket, cardId));
      variables.give("scan.code", code.get());
    }
  }

  @Override
  public void after(StepReport report) {
    progress.tell(report);
    if (report.ok()) {
      JsonNode result = report.result().orElseGet(Json::object);
      cardId = result.path("card_id").asText(cardId);
      ticket = result.path("ticket").asText(ticket);
    }
    if (report.name().equals("show") && report.state() == State.DONE && goesOnAfterShow) {
      scanEarly();
    }
  }

  private void scanEarly() {
    try {
      code = customer.scanEarly(ticket);
    } catch (Failure failure) {
      if (!interruption.requested()) {
        throw failure;
      }
    }
  }

  /**
   * Plays the person with the phone in the sandbox.
   *
   * @param key {@code username} or {@code openid}: how the person is named
   */
  record SandboxCustomer(WeChat weChat, String key, String person, Consumer<String> remark)
      implements HelloRun.Customer {
    /** The refusal of a person who is no tester. */
    private static final int NOT_A_TESTER = 72022;

    @Override
    public Optional<String> scanEarly(String ticket) {
      try {
        String code = scan(ticket);
        remark.accept(person + " scans the code and gets the card at once, being a tester already");
        return Optional.of(code);
      } catch (Failure refusal) {
        if (refusal.errcode().orElse(0) != NOT_A_TESTER) {
          throw refusal;
        }
        remark.accept(person + " scans the code: refused, 72022, not a tester yet");
        return Optional.empty();
      }
    }

    @Override
    public String takeCard(String ticket, String cardId) {
      String code = scan(ticket);
      remark.accept(person + " scans the code: gets the card with code " + code);
      return code;
    }

    private String scan(String ticket) {
      ObjectNode body = Json.object().put("ticket", ticket).put(key, person);
      JsonNode claimed = weChat.sandbox().post("/sandbox/scan", body);
      return claimed.path("code").asText();
    }
  }
}
