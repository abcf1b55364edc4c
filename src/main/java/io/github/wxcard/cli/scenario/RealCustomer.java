package io.github.wxcard.cli.scenario;

import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.client.Codes.HeldCode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Console;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for a real person with a real phone. */
final class RealCustomer implements HelloRun.Customer {
  private static final String WAITING = "waiting for the scan";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

  private final WeChat weChat;
  private final Console console;
  private final Clock clock;
  private final Optional<String> openid;
  private final Duration wait;
  private final Supplier<Deadline> deadlines;
  private final String consumeCommand;

  /**
   * @param deadlines gives the end of a wait that begins now
   */
  RealCustomer(
      WeChat weChat,
      Console console,
      Clock clock,
      Optional<String> openid,
      Optional<Duration> wait,
      Supplier<Deadline> deadlines,
      Optional<String> profile) {
    this.weChat = weChat;
    this.console = console;
    this.clock = clock;
    this.openid = openid;
    this.wait = wait.orElse(USUAL_WAIT);
    this.deadlines = deadlines;
    this.consumeCommand =
        "wxcard consume CODE" + profile.map(name -> " --profile " + name).orElse("");
  }

  @Override
  public String takeCard(String ticket, String cardId) {
    if (openid.isPresent()) {
      return pollFor(openid.get(), cardId);
    }
    if (console.terminal().inTerminal() && console.terminal().errTerminal()) {
      return askFor(cardId);
    }
    throw notClaimed("nobody can say whether the code was scanned", cardId);
  }

  private String pollFor(String holder, String cardId) {
    console.say("Scan the code as " + holder + "; looking for up to " + wait.toSeconds() + " s …");
    Deadline deadline = deadlines.get();
    Instant end = clock.instant().plus(wait);
    while (true) {
      List<HeldCode> held = weChat.codes().heldBy(holder, cardId);
      if (!held.isEmpty()) {
        return held.get(0).code();
      }
      if (!clock.instant().plus(BETWEEN_LOOKS).isBefore(end)) {
        throw notClaimed(
            holder + " did not claim the card within " + wait.toSeconds() + " s", cardId);
      }
      pause(deadline, cardId);
    }
  }

  private void pause(Deadline deadline, String cardId) {
    try {
      deadline.pause(BETWEEN_LOOKS, WAITING);
    } catch (Failure ended) {
      throw ended.detail(later(cardId));
    }
  }

  private String askFor(String cardId) {
    String question = "Scan the code, then type the card's code here (empty: stop): ";
    String typed = typed(question, cardId).strip();
    if (typed.isEmpty()) {
      throw notClaimed("no code was typed", cardId);
    }
    return typed;
  }

  /** On a thread of its own, as nothing can interrupt one that reads from a terminal. */
  private String typed(String question, String cardId) {
    FutureTask<String> answer = new FutureTask<>(() -> console.ask(question).orElse(""));
    Thread thread = new Thread(answer, "wxcard question");
    thread.setDaemon(true);
    Deadline deadline = deadlines.get();
    thread.start();
    try {
      return deadline.left().isPresent()
          ? answer.get(deadline.left().get().toMillis(), TimeUnit.MILLISECONDS)
          : answer.get();
    } catch (TimeoutException e) {
      throw deadline.over(WAITING).detail(later(cardId));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while waiting for the code", null);
    } catch (ExecutionException e) {
      // Standard input has the same limit, and may notice it first.
      throw deadline.isOver()
          ? deadline.over(WAITING).detail(later(cardId))
          : (RuntimeException) e.getCause();
    }
  }

  private Failure notClaimed(String why, String cardId) {
    return Failure.of(FailureKind.PARTIAL, why + ", so nothing was redeemed", later(cardId));
  }

  private String later(String cardId) {
    return "When the card is on a phone: " + consumeCommand + " --card-id " + cardId;
  }
}
