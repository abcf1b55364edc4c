package io.github.wxcard.sandbox.service.share;

import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.code.CodeAllocator;
import io.github.wxcard.sandbox.service.code.CodeFormat;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.Transaction;

/** What a QR code, a message or a page may promise of a card. */
record OfferRules(CodeAllocator supply, AccountPolicy policy) {
  Card check(Transaction tx, CardOffer offer) {
    Card card = CardService.living(tx, offer.cardId());
    CardService.refuseRejected(card);
    checkCode(card, offer);
    checkReceiver(card, offer);
    return card;
  }

  /**
   * Makes an offer stand for one code, which is chosen here.
   *
   * @param until the second that ends the QR code, and the reservation of its code
   */
  CardOffer pinned(Transaction tx, CardOffer offer, long until) {
    Card card = check(tx, offer);
    if (card.codeSource() == CodeSource.MERCHANT) {
      // The page wants a random code here, and this card has none to choose from.
      throw new ApiException(45030, "is_unique_code is for cards whose codes WeChat hands out");
    }
    if (!card.status().isApproved()) {
      throw new ApiException(40078, "is_unique_code needs an approved card");
    }
    if (card.quantity() == 0) {
      throw new ApiException(45031, "is_unique_code needs a card in stock");
    }
    return offer.pinnedTo(supply.reserve(tx, card, until));
  }

  /** A deposit card's code is let through, and the claim fails; only one report knows of that. */
  private void checkCode(Card card, CardOffer offer) {
    boolean given = offer.code().isPresent();
    if (card.codeSource() == CodeSource.MERCHANT && !given) {
      throw new ApiException(41013, "the card has codes of the merchant's, and code is missing");
    }
    boolean deposit = card.codeSource() == CodeSource.DEPOSIT;
    if (card.codeSource() != CodeSource.MERCHANT && given && (!deposit || policy.strict())) {
      throw new ApiException(
          40053,
          "code is given, but the card's codes are handed out by WeChat; leave code out"
              + (deposit ? ", or is the card meant to be without get_custom_code_mode?" : ""));
    }
    offer.code().ifPresent(code -> CodeFormat.check("code", code));
  }

  private static void checkReceiver(Card card, CardOffer offer) {
    boolean given = offer.openid().isPresent();
    if (card.bindOpenid() && !given) {
      throw new ApiException(41009, "the card has bind_openid, and openid is missing");
    }
    if (!card.bindOpenid() && given) {
      throw new ApiException(40112, "openid is given, but the card has no bind_openid");
    }
  }

  /** The card of a message, where no code can be named. */
  static Card inMessage(Transaction tx, String cardId) {
    Card card = CardService.existing(tx, cardId);
    CardService.refuseDeleted(card);
    CardService.refuseRejected(card);
    if (card.codeSource() == CodeSource.MERCHANT) {
      throw new ApiException(45030, "the card's codes are the merchant's, none can be named");
    }
    return card;
  }

  /** The offer of a page that anybody may open, where no code can be named either. */
  static CardOffer onPage(Transaction tx, String cardId) {
    Card card = inMessage(tx, cardId);
    if (card.codeSource() == CodeSource.DEPOSIT && tx.deposits().count(cardId) == 0) {
      throw new ApiException(45030, "no code of the card is imported yet");
    }
    CardOffer offer = CardOffer.open(cardId);
    checkReceiver(card, offer);
    return offer;
  }
}
