package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.CardView;
import io.github.wxcard.sandbox.service.card.LowStockNotice;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.card.ValidityPeriod;
import io.github.wxcard.sandbox.service.code.CodeAllocator;
import io.github.wxcard.sandbox.service.share.CardOffer;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** Receiving a card, by whatever way it was offered. */
public final class ClaimService {
  private final CodeAllocator supply;
  private final AccountPolicy policy;

  public ClaimService(IdGenerator ids, AccountPolicy policy) {
    this.supply = new CodeAllocator(ids);
    this.policy = policy;
  }

  /** Gives a person a code of a card, or refuses. */
  public Code claim(Transaction tx, CardOffer offer, Person person) {
    return claim(tx, offer, person, tx.now());
  }

  /**
   * The same.
   *
   * @param received the second from which a fixed term counts
   */
  Code claim(Transaction tx, CardOffer offer, Person person, long received) {
    Card card = CardService.existing(tx, offer.cardId());
    checkStatus(tx, card, person);
    if (card.codeSource() == CodeSource.DEPOSIT && offer.code().isPresent() && !offer.pinned()) {
      throw ClaimFailure.WRONG_PARAMETER.because(
          40080, "a code is named, but the card's imported codes are handed out at random");
    }
    ValidityPeriod validity =
        ValidityPeriod.of(CardView.definition(card).at("/base_info/date_info"), received);
    if (validity.isOver(tx.now())) {
      throw new ApiException(40079, "the card's period is over");
    }
    if (offer.openid().isPresent() && !offer.openid().get().equals(person.openid())) {
      throw new ApiException(
          40003, "the card is offered to somebody else, " + offer.openid().get());
    }
    Optional<Code> restored = CardRestoration.claim(tx, card, offer, person);
    if (restored.isPresent()) {
      return restored.get();
    }
    if (tx.codes().countOf(person.openid(), card.id()) >= card.getLimit()) {
      throw new ApiException(
          45033, person.name() + " has " + card.getLimit() + " already, the limit");
    }
    if (!tx.cards().takeOne(card.id())) {
      throw new ApiException(45031, "the stock is empty")
          .followedBy(after -> LowStockNotice.tell(after, card.id(), person));
    }
    Code code = code(tx, offer, card, person, validity);
    tx.codes().add(code);
    EventOutbox.record(tx, EventKind.USER_GET_CARD, code, "OuterId", offer.outerId().orElse("0"));
    LowStockNotice.tell(tx, card.id(), person);
    Membership.onClaim(tx, card, code);
    return code;
  }

  /** What came of a claim: {@code card_id, code, openid}. */
  static ObjectNode shown(Code code) {
    return Json.object()
        .put("card_id", code.cardId())
        .put("code", code.code())
        .put("openid", code.openid());
  }

  private void checkStatus(Transaction tx, Card card, Person person) {
    if (card.status() == CardStatus.DELETE) {
      throw new ApiException(40073, "the card is deleted");
    }
    if (card.status() == CardStatus.VERIFY_FAIL) {
      throw new ApiException(40078, "the card was rejected");
    }
    if (!card.status().isApproved() && !tx.people().isTester(person)) {
      throw new ApiException(
          policy.autoApprove() ? 40078 : 72022,
          "the card is not approved, and " + person.name() + " is not on the whitelist");
    }
  }

  private Code code(
      Transaction tx, CardOffer offer, Card card, Person person, ValidityPeriod validity) {
    return new Code(
        offer
            .code()
            .map(fixed -> supply.fixed(tx, card, fixed))
            .orElseGet(() -> supply.next(tx, card)),
        card.id(),
        card.codeSource().isMerchants(),
        person.openid(),
        CodeStatus.NORMAL,
        validity.begin(),
        validity.end(),
        offer.outerId().orElse(null),
        offer.outerStr().orElse(null),
        tx.now(),
        tx.now(),
        null);
  }
}
