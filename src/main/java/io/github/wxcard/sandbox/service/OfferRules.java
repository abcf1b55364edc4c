package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.store.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeSource;
import io.github.wxcard.sandbox.store.Tx;
import java.nio.charset.StandardCharsets;

/** What a QR code may promise of a card. */
final class OfferRules {
  private static final int LONGEST_CODE = 20;

  private final Ids ids;

  OfferRules(Ids ids) {
    this.ids = ids;
  }

  /**
   * Refuses what cannot be handed out.
   *
   * @param unique whether the QR code shall stand for one code, which is then chosen here
   */
  Offer check(Tx tx, Offer offer, boolean unique) {
    Card card = Cards.existing(tx, offer.cardId());
    if (card.status() == CardStatus.DELETE) {
      throw new Refusal(40073, "the card is deleted");
    }
    if (card.status() == CardStatus.VERIFY_FAIL) {
      throw new Refusal(40078, "the card was rejected");
    }
    checkCode(card, offer);
    checkReceiver(card, offer);
    return unique ? pinned(card, offer) : offer;
  }

  private static void checkCode(Card card, Offer offer) {
    boolean given = offer.code().isPresent();
    if (card.codeSource() == CodeSource.MERCHANT && !given) {
      throw new Refusal(41013, "the card has codes of the merchant's, and code is missing");
    }
    if (card.codeSource() != CodeSource.MERCHANT && given) {
      throw new Refusal(40053, "code is given, but the card's codes are handed out by WeChat");
    }
    if (given && bytes(offer.code().get()) > LONGEST_CODE) {
      throw new Refusal(
          40116, "code has " + bytes(offer.code().get()) + " bytes, limit " + LONGEST_CODE);
    }
  }

  private static void checkReceiver(Card card, Offer offer) {
    boolean given = offer.openid().isPresent();
    if (card.bindOpenid() && !given) {
      throw new Refusal(41009, "the card has bind_openid, and openid is missing");
    }
    if (!card.bindOpenid() && given) {
      throw new Refusal(40112, "openid is given, but the card has no bind_openid");
    }
  }

  private Offer pinned(Card card, Offer offer) {
    if (!card.status().isApproved()) {
      throw new Refusal(40078, "is_unique_code needs an approved card");
    }
    if (card.quantity() == 0) {
      throw new Refusal(45031, "is_unique_code needs a card in stock");
    }
    return offer.code().isPresent() ? offer : offer.withCode(ids.code());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
