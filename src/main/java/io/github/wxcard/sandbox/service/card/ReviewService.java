package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.Transaction;

/** WeChat's reviewers: what they are given to look at, and what they decide. */
public record ReviewService(AccountPolicy policy) {
  /** Hands a card in: it is unapproved until somebody decides. */
  void submit(Transaction tx, String cardId) {
    tx.cards().setStatus(cardId, CardStatus.NOT_VERIFY, tx.now());
    if (policy.autoApprove()) {
      pass(tx, cardId);
    }
  }

  /**
   * {@code POST /sandbox/approve} with {@code card_id}: never done for a test account unless
   * somebody asks here.
   */
  public static ObjectNode approve(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    if (!card.status().isApproved()) {
      pass(tx, card.id());
    }
    return Json.object().put("card_id", card.id());
  }

  /**
   * {@code POST /sandbox/reject} with {@code card_id} and {@code reason}: an approved card can be
   * rejected too.
   */
  public static ObjectNode reject(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    String reason = input.need("reason", 41011);
    if (card.status() != CardStatus.VERIFY_FAIL) {
      tx.cards().setStatus(card.id(), CardStatus.VERIFY_FAIL, tx.now());
      EventOutbox.record(
          tx,
          EventKind.CARD_NOT_PASS_CHECK,
          EventOutbox.REVIEWER,
          card.id(),
          "RefuseReason",
          reason);
    }
    return Json.object().put("card_id", card.id());
  }

  private static void pass(Transaction tx, String cardId) {
    tx.cards().setStatus(cardId, CardStatus.VERIFY_OK, tx.now());
    EventOutbox.record(tx, EventKind.CARD_PASS_CHECK, EventOutbox.REVIEWER, cardId);
  }
}
