package io.github.wxcard.sandbox.service.user;

import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.share.CardOffer;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** Member cards that were removed and are claimed again: the old code comes back. */
final class CardRestoration {
  private CardRestoration() {}

  /** Gives a person back the code of this card that was removed last, if there is one. */
  static Optional<Code> claim(Transaction tx, Card card, CardOffer offer, Person person) {
    if (!card.type().equals(Membership.TYPE)) {
      return Optional.empty();
    }
    Optional<Code> removed =
        tx.codes().ofHolder(person.openid(), card.id(), CodeStatus.DELETE).stream()
            .filter(code -> code.endTime() == null || tx.now() <= code.endTime())
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
