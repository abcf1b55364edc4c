package io.github.wxcard.sandbox.service.code;

import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.DepositTable;
import io.github.wxcard.sandbox.store.Transaction;

/** Where the code of a claimed card comes from: made here, or imported by the merchant. */
public record CodeAllocator(IdGenerator ids) {
  /** A code for whoever claims now. */
  public String next(Transaction tx, Card card) {
    return switch (card.codeSource()) {
      case WECHAT -> fresh(tx);
      case DEPOSIT -> imported(tx, card);
      case MERCHANT -> throw new ApiException(41013, "the merchant named no code for this card");
    };
  }

  /** The code that the offer fixed, for whoever claims now. */
  public String fixed(Transaction tx, Card card, String code) {
    if (tx.codes().find(code, card.id()).isPresent()) {
      throw new ApiException(40116, "somebody has code " + code + " already");
    }
    if (card.codeSource() == CodeSource.DEPOSIT) {
      tx.deposits().take(card.id(), code);
    }
    return code;
  }

  /** A code that an offer will fix; an imported one is nobody else's until the given second. */
  public String reserve(Transaction tx, Card card, long until) {
    if (card.codeSource() != CodeSource.DEPOSIT) {
      return fresh(tx);
    }
    String code = free(tx, card);
    tx.deposits().reserve(card.id(), code, until);
    return code;
  }

  private String imported(Transaction tx, Card card) {
    String code = free(tx, card);
    tx.deposits().take(card.id(), code);
    return code;
  }

  private String free(Transaction tx, Card card) {
    DepositTable deposits = tx.deposits();
    long count = deposits.countFree(card.id(), tx.now());
    if (count == 0) {
      throw new ApiException(45031, "no imported code is free");
    }
    return deposits.free(card.id(), tx.now(), ids.choice(count)).orElseThrow();
  }

  public String fresh(Transaction tx) {
    String code = ids.code();
    while (!tx.codes().withText(code).isEmpty()) {
      code = ids.code();
    }
    return code;
  }
}
