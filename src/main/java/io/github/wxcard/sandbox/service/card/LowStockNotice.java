package io.github.wxcard.sandbox.service.card;

import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;

/** Tells the merchant that a card runs out, when somebody claims it or would have liked to. */
public final class LowStockNotice {
  private static final long FIRST_STOCK_ABOVE = 200;
  private static final long LEFT_AT_MOST = 100;
  private static final long NOT_WITHIN = 12 * 3600;

  private LowStockNotice() {}

  /** Records the event when it is time for it; whoever claimed is its sender. */
  public static void tell(Transaction tx, String cardId, Person claimant) {
    long last = tx.now() - NOT_WITHIN;
    if (tx.cards().remind(cardId, FIRST_STOCK_ABOVE, LEFT_AT_MOST, last, tx.now())) {
      EventOutbox.record(
          tx,
          EventKind.CARD_SKU_REMIND,
          claimant.openid(),
          cardId,
          "Detail",
          "the card's quantity is equal to " + CardService.existing(tx, cardId).quantity());
    }
  }
}
