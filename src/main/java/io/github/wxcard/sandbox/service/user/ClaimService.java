package io.github.wxcard.sandbox.service.user;

import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.card.StockService;
import io.github.wxcard.sandbox.service.card.ValidityPeriod;
import io.github.wxcard.sandbox.service.code.CodeAllocator;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.share.CardOffer;
import io.github.wxcard.sandbox.store.CardTable.Card;
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

  public Code claim(Transaction tx, CardOffer offer, Person person) {
    return claim(tx, offer, person, tx.now());
  }

  /**
   * Gives a person a code of a card, or refuses.
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
        ValidityPeriod.of(card.definition().at("/base_info/date_info"), received);
    if (validity.isOver(tx.now())) {
      throw new ApiException(40079, "the card's period is over");
    }
    if (offer.openid().isPresent() && !offer.openid().get().equals(person.openid())) {
      throw new ApiException(
          40003, "the card is offered to somebody else, " + offer.openid().get());
    }
    Optional<Code> restored = restored(tx, card, offer, person);
    if (restored.isPresent()) {
      return restored.get();
    }
    if (tx.codes().countOf(person.openid(), card.id()) >= card.getLimit()) {
      throw new ApiException(
          45033, person.name() + " has " + card.getLimit() + " already, the limit");
    }
    if (!tx.cards().takeOne(card.id())) {
      throw new ApiException(45031, "the stock is empty")
          .followedBy(after -> StockService.tellIfLow(after, card.id(), person));
    }
    Code code = code(tx, offer, card, person, validity);
    tx.codes().add(code);
    EventOutbox.record(tx, EventKind.USER_GET_CARD, code, "OuterId", offer.outerId().orElse("0"));
    StockService.tellIfLow(tx, card.id(), person);
    Membership.onClaim(tx, card, code);
    return code;
  }

  private void checkStatus(Transaction tx, Card card, Person person) {
    CardService.refuseDeleted(card);
    CardService.refuseRejected(card);
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

  /** Gives a person back the code of this member card that was removed last, if there is one. */
  private static Optional<Code> restored(
      Transaction tx, Card card, CardOffer offer, Person person) {
    if (!card.type().equals(Membership.TYPE)) {
      return Optional.empty();
    }
    Optional<Code> removed =
        tx.codes().ofHolder(person.openid()).stream()
            .filter(code -> code.cardId().equals(card.id()))
            .filter(code -> code.status() == CodeStatus.DELETE)
            .filter(code -> !code.isOver(tx.now()))
            .filter(code -> offer.code().isEmpty() || offer.code().get().equals(code.code()))
            .reduce((earlier, later) -> later.changed() >= earlier.changed() ? later : earlier);
    removed.ifPresent(code -> restore(tx, code, offer));
    return removed.map(code -> HeldCodes.again(tx, code));
  }

  private static void restore(Transaction tx, Code code, CardOffer offer) {
    tx.codes().setStatus(code, CodeStatus.NORMAL, tx.now());
    tx.codes().setScene(code, offer.outerId().orElse(null), offer.outerStr().orElse(null));
    EventOutbox.record(
        tx,
        EventKind.USER_GET_CARD,
        code,
        "IsRestoreMemberCard",
        "1",
        "OuterId",
        offer.outerId().orElse("0"),
        "OuterStr",
        offer.outerStr().orElse(""));
  }
}
