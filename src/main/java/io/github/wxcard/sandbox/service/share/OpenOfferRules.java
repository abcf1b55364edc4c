package io.github.wxcard.sandbox.service.share;

import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.Transaction;

/** Which cards may be offered where no code can be named: in messages, articles and pages. */
final class OpenOfferRules {
  private static final int NOT_SUPPORTED = 45030;

  private OpenOfferRules() {}

  /** The card of a message. */
  static Card inMessage(Transaction tx, String cardId) {
    Card card = CardService.existing(tx, cardId);
    if (card.status() == CardStatus.DELETE) {
      throw new ApiException(40073, "the card is deleted");
    }
    if (card.status() == CardStatus.VERIFY_FAIL) {
      throw new ApiException(40078, "the card was rejected");
    }
    if (card.codeSource() == CodeSource.MERCHANT) {
      throw new ApiException(
          NOT_SUPPORTED, "the card's codes are the merchant's, none can be named");
    }
    return card;
  }

  /** The offer of a page that anybody may open. */
  static CardOffer onPage(Transaction tx, String cardId) {
    Card card = inMessage(tx, cardId);
    if (card.codeSource() == CodeSource.DEPOSIT && tx.deposits().count(cardId) == 0) {
      throw new ApiException(NOT_SUPPORTED, "no code of the card is imported yet");
    }
    CardOffer offer = CardOffer.open(cardId);
    QrOfferRules.checkReceiver(card, offer);
    return offer;
  }
}
