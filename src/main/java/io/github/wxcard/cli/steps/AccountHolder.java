package io.github.wxcard.cli.steps;

import io.github.wxcard.cli.base.Pause;
import io.github.wxcard.client.HeldCard;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Console;
import io.github.wxcard.scenario.CardHolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Waits for a real person with a real phone. */
final class AccountHolder implements CardHolder {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

  private final WeChat weChat;
  private final Console console;
  private final Clock clock;
  private final Optional<String> openid;
  private final Duration wait;
  private final String redeeming;

  AccountHolder(
      WeChat weChat,
      Console console,
      Clock clock,
      Optional<String> openid,
      Optional<Duration> wait,
      Optional<String> profile) {
    this.weChat = weChat;
    this.console = console;
    this.clock = clock;
    this.openid = openid;
    this.wait = wait.orElse(USUAL_WAIT);
    this.redeeming = "wxcard consume CODE" + profile.map(name -> " --profile " + name).orElse("");
  }

  @Override
  public String takeCard(String ticket, String cardId) {
    if (openid.isPresent()) {
      return pollFor(openid.get(), cardId);
    }
    if (console.traits().inTerminal() && console.traits().errTerminal()) {
      return askFor(cardId);
    }
    throw notClaimed("nobody can say whether the code was scanned", cardId);
  }

  private String pollFor(String holder, String cardId) {
    console.say("Scan the code as " + holder + "; looking for up to " + wait.toSeconds() + " s …");
    Instant end = clock.instant().plus(wait);
    while (true) {
      List<HeldCard> held = weChat.users().cards(holder, cardId);
      if (!held.isEmpty()) {
        return held.get(0).code();
      }
      if (!clock.instant().plus(BETWEEN_LOOKS).isBefore(end)) {
        throw notClaimed(
            holder + " did not claim the card within " + wait.toSeconds() + " s", cardId);
      }
      Pause.of(BETWEEN_LOOKS, "waiting for the scan");
    }
  }

  private String askFor(String cardId) {
    String question = "Scan the code, then type the card's code here (empty: stop): ";
    String typed = typed(question).strip();
    if (typed.isEmpty()) {
      throw notClaimed("no code was typed", cardId);
    }
    return typed;
  }

  /** On a thread of its own, as nothing can interrupt one that reads from a terminal. */
  private String typed(String question) {
    FutureTask<String> answer = new FutureTask<>(() -> console.ask(question).orElse(""));
    Thread thread = new Thread(answer, "wxcard question");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(Kind.INTERRUPTED, "interrupted while waiting for the code", null);
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private Failure notClaimed(String why, String cardId) {
    return Failure.of(
        Kind.PARTIAL,
        why + ", so nothing was redeemed",
        "When the card is on a phone: " + redeeming + " --card-id " + cardId);
  }
}
