package io.github.wxcard.sandbox.service.code;

import io.github.wxcard.sandbox.service.base.Ids;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeSource;
import io.github.wxcard.sandbox.store.DepositTable;
import io.github.wxcard.sandbox.store.Tx;

/** Where the code of a claimed card comes from: made here, or imported by the merchant. */
public final class CodeSupply {
  private final Ids ids;

  public CodeSupply(Ids ids) {
    this.ids = ids;
  }

  /** A code for whoever claims now. */
  public String next(Tx tx, Card card) {
    return switch (card.codeSource()) {
      case WECHAT -> fresh(tx);
      case DEPOSIT -> imported(tx, card);
      case MERCHANT -> throw new Refusal(41013, "the merchant named no code for this card");
    };
  }

  /** The code that the offer fixed, for whoever claims now. */
  public String fixed(Tx tx, Card card, String code) {
    if (tx.codes().find(code, card.id()).isPresent()) {
      throw new Refusal(40116, "somebody has code " + code + " already");
    }
    if (card.codeSource() == CodeSource.DEPOSIT) {
      tx.deposits().take(card.id(), code);
    }
    return code;
  }

  /** A code that an offer will fix; an imported one is nobody else's until the given second. */
  public String reserve(Tx tx, Card card, long until) {
    if (card.codeSource() != CodeSource.DEPOSIT) {
      return fresh(tx);
    }
    String code = free(tx, card);
    tx.deposits().reserve(card.id(), code, until);
    return code;
  }

  private String imported(Tx tx, Card card) {
    String code = free(tx, card);
    tx.deposits().take(card.id(), code);
    return code;
  }

  private String free(Tx tx, Card card) {
    DepositTable deposits = tx.deposits();
    long count = deposits.countFree(card.id(), tx.now());
    if (count == 0) {
      throw new Refusal(45031, "no imported code is free");
    }
    return deposits.free(card.id(), tx.now(), ids.choice(count)).orElseThrow();
  }

  /** A code of WeChat's own that nobody has. */
  public String fresh(Tx tx) {
    String code = ids.code();
    while (!tx.codes().withText(code).isEmpty()) {
      code = ids.code();
    }
    return code;
  }
}
