package io.github.wxcard.sandbox.service.code;

import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeStatus;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.Tx;
import java.util.EnumSet;
import java.util.Set;

/** Codes that a call for one type of card may work on. */
public final class HeldCodes {
  private static final int NOT_SUPPORTED = 45030;
  private static final Set<CodeStatus> USABLE = EnumSet.of(CodeStatus.NORMAL);

  private HeldCodes() {}

  /** The code a call names: of a card of this type, and neither ended nor gone. */
  public static Code usable(Tx tx, Input input, String cardType) {
    Code code = Codes.held(tx, input);
    checkType(tx, code.cardId(), cardType);
    Holdings.demand(tx, code, USABLE);
    return code;
  }

  /** The card with this id, or the refusal for a card of another type. */
  public static Card checkType(Tx tx, String cardId, String cardType) {
    Card card = Cards.existing(tx, cardId);
    if (!card.type().equals(cardType)) {
      throw new Refusal(NOT_SUPPORTED, "the card is a " + card.type() + ", not a " + cardType);
    }
    return card;
  }
}
