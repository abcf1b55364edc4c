package io.github.wxcard.client;

import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;

/** An end that a code can be brought to, and what a look tells about it after a lost answer. */
public enum Reconciliation {
  REDEEMED("CONSUMED", "NORMAL", "redeemed", "redeem it", "redeeming it"),
  MADE_VOID("UNAVAILABLE", "NORMAL|GIFTING|GIFT_TIMEOUT", "void", "make it void", "making it void");

  private static final int NOT_ISSUED = 40056;

  private final String status;
  private final String before;
  private final String state;
  private final String imperative;
  private final String gerund;

  Reconciliation(String status, String before, String state, String imperative, String gerund) {
    this.status = status;
    this.before = before;
    this.state = state;
    this.imperative = imperative;
    this.gerund = gerund;
  }

  /** Whether a code has come to this end. */
  public boolean reached(CodeState code) {
    return code.status().equals(status);
  }

  /** The failure with what a look at the code has shown. */
  public Failure told(Failure lost, CodeState code) {
    lost.extra("user_card_status", Json.object().textNode(code.status()));
    if (reached(code)) {
      return lost.retryable(false)
          .meaning(
              "No usable answer came, but the code is %s now: by this request, unless it had been %s before."
                  .formatted(state, state))
          .fix("Do not " + imperative + " again.");
    }
    if (code.status().matches(before)) {
      return lost.retryable(true)
          .meaning("The code was looked up afterwards and is not " + state + ".")
          .fix(capital(imperative) + " again.");
    }
    return lost.retryable(false)
        .meaning("The code was looked up afterwards: its state is " + code.status() + ".")
        .fix(
            "A code in this state cannot be " + (this == REDEEMED ? state : "made " + state) + ".");
  }

  /** Whether a code's state leaves open if a member card was redeemed: its status is no sign. */
  public boolean unseenOnMemberCards(CodeState code) {
    return this == REDEEMED && code.status().equals("NORMAL");
  }

  /** The failure with what a look at the code of a member card has shown, which is not much. */
  public static Failure toldOfMember(Failure lost, CodeState code) {
    lost.extra("user_card_status", Json.object().textNode(code.status()));
    return lost.retryable(false)
        .meaning(
            "The code is of a member card and its state is %s, which does not tell whether it was redeemed."
                .formatted(code.status()))
        .fix(
            "Look at your own records, or for an event user_consume_card, before you redeem code "
                + code.code()
                + " again.");
  }

  /** The failure after a look that failed as well. */
  public Failure untold(Failure lost, String code, Failure lookup) {
    boolean unknown = lookup.errcode().filter(errcode -> errcode == NOT_ISSUED).isPresent();
    if (unknown) {
      return lost.retryable(false)
          .meaning("WeChat does not know code " + code + " for this card, so nothing was done.")
          .fix("Check the code digit by digit, and the card that --card-id names.");
    }
    return lost.retryable(false)
        .meaning("Whether the code is " + state + " is not known: " + unseen(lookup) + ".")
        .fix(
            "Look the code up with `wxcard code get "
                + code
                + " --any-status` before "
                + gerund
                + " again.");
  }

  private static String unseen(Failure lookup) {
    return lookup.kind() == FailureKind.INTERRUPTED
        ? "there was no time to look it up"
        : "looking it up failed too (" + lookup.getMessage() + ")";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
