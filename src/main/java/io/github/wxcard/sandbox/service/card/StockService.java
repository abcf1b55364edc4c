package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;

/** How many of a card can still be claimed. */
public final class StockService {
  private static final long MOST = 100_000_000;

  private static final long LOW_IF_FIRST_ABOVE = 200;
  private static final long LOW_AT_MOST = 100;
  private static final long TOLD_AGAIN_AFTER = 12 * 3600;

  private StockService() {}

  /**
   * {@code POST /card/modifystock}. Taking away more than there is has two codes at WeChat, and
   * both are of the card page's list: here it is 40122, because 45031 says that the stock is 0.
   */
  public static ObjectNode modify(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    long added = amount(input, "increase_stock_value");
    long removed = amount(input, "reduce_stock_value");
    if (added > MOST - card.totalQuantity()) {
      throw new ApiException(45041, "all the stock there ever was would be more than " + MOST);
    }
    long left = card.quantity() + added - removed;
    if (left < 0) {
      throw new ApiException(40122, "only " + card.quantity() + " are left to take away");
    }
    if (added > 0 && card.codeSource() == CodeSource.DEPOSIT) {
      checkImported(tx, card, left);
    }
    tx.cards().setStock(card.id(), left, card.totalQuantity() + added, tx.now());
    return Json.object();
  }

  /**
   * Tells the merchant, when it is time for it, that a card runs out; whoever claims it, or would
   * have liked to, is the sender.
   */
  public static void tellIfLow(Transaction tx, String cardId, Person claimant) {
    long last = tx.now() - TOLD_AGAIN_AFTER;
    if (tx.cards().remind(cardId, LOW_IF_FIRST_ABOVE, LOW_AT_MOST, last, tx.now())) {
      EventOutbox.record(
          tx,
          EventKind.CARD_SKU_REMIND,
          claimant.openid(),
          cardId,
          "Detail",
          "the card's quantity is equal to " + CardService.existing(tx, cardId).quantity());
    }
  }

  private static void checkImported(Transaction tx, Card card, long stock) {
    long codes = tx.deposits().countLeft(card.id());
    if (stock > codes) {
      throw new ApiException(
          40136, "the stock would be " + stock + ", with " + codes + " codes left to hand out");
    }
  }

  private static long amount(CallInput input, String name) {
    long amount = input.number(name, 40122).orElse(0);
    if (amount < 0) {
      throw new ApiException(40122, name + " is negative");
    }
    return amount;
  }
}
