package io.github.wxcard.sandbox.service.share;

import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.store.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeSource;
import io.github.wxcard.sandbox.store.Tx;

/** Which cards may be offered where no code can be named: in messages, articles and pages. */
final class OpenOffers {
  private static final int NOT_SUPPORTED = 45030;

  private OpenOffers() {}

  /** The card of a message. */
  static Card inMessage(Tx tx, String cardId) {
    Card card = Cards.existing(tx, cardId);
    if (card.status() == CardStatus.DELETE) {
      throw new Refusal(40073, "the card is deleted");
    }
    if (card.status() == CardStatus.VERIFY_FAIL) {
      throw new Refusal(40078, "the card was rejected");
    }
    if (card.codeSource() == CodeSource.MERCHANT) {
      throw new Refusal(NOT_SUPPORTED, "the card's codes are the merchant's, none can be named");
    }
    return card;
  }

  /** The offer of a page that anybody may open. */
  static Offer onPage(Tx tx, String cardId) {
    Card card = inMessage(tx, cardId);
    if (card.codeSource() == CodeSource.DEPOSIT && tx.deposits().count(cardId) == 0) {
      throw new Refusal(NOT_SUPPORTED, "no code of the card is imported yet");
    }
    Offer offer = Offer.open(cardId);
    OfferRules.checkReceiver(card, offer);
    return offer;
  }
}
