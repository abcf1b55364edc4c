package io.github.wxcard.sandbox.service.card;

import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** Who is a member: the holder of a member card once it is activated, by whatever way. */
public final class Membership {
  /** The card type that has members. */
  public static final String TYPE = "MEMBER_CARD";

  private static final int ALREADY = 73214;

  private Membership() {}

  /** Makes a member at once of whoever claims a card that activates itself. */
  public static void onClaim(Transaction tx, Card card, Code code) {
    if (card.type().equals(TYPE) && CardView.definition(card).path("auto_activate").asBoolean()) {
      tx.members().put(newcomer(tx, code).activatedAs(code.code(), tx.now()));
    }
  }

  /** The member behind a code; empty before the activation. */
  public static Optional<Member> of(Transaction tx, Code code) {
    return tx.members().find(code.code(), code.cardId()).filter(Member::isActive);
  }

  /** Somebody to activate, with the form if it was filled in; a member already is refused. */
  public static Member newcomer(Transaction tx, Code code) {
    Optional<Member> known = tx.members().find(code.code(), code.cardId());
    if (known.filter(Member::isActive).isPresent()) {
      throw new ApiException(ALREADY, "the card was activated at " + known.get().activated());
    }
    return known.orElseGet(
        () -> new Member(code.code(), code.cardId(), "", 0, 0, Json.object(), Json.object(), 0));
  }
}
