package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.GiftTable.Gift;
import io.github.wxcard.sandbox.store.GiftTable.State;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Cards that users give to friends. */
public record GiftService(CodeAllocator codes) {
  /** How long a gift waits in seconds. How long it does at WeChat is not known. */
  private static final long PATIENCE = 24 * 60 * 60;

  private static final Set<CodeStatus> GIVABLE = EnumSet.of(CodeStatus.NORMAL);
  private static final Set<CodeStatus> ACCEPTABLE = EnumSet.of(CodeStatus.GIFTING);
  private static final Set<CodeStatus> RETURNABLE =
      EnumSet.of(CodeStatus.GIFTING, CodeStatus.GIFT_TIMEOUT);

  /** {@code POST /sandbox/gift}: a holder sends a card away, and {@code to} accepts it at once. */
  public ObjectNode give(Transaction tx, CallInput input) {
    Code code = HeldCodes.of(tx, input, "from");
    HeldCodes.demand(tx, code, GIVABLE);
    if (!HeldCodes.baseInfo(tx, code).path("can_give_friend").asBoolean(true)) {
      throw new ApiException(40127, "the card's can_give_friend is false");
    }
    Optional<Person> receiver = input.text("to").map(name -> UserDirectory.named(tx, name));
    tx.gifts().add(code, tx.now());
    tx.codes().setStatus(code, CodeStatus.GIFTING, tx.now());
    String friend = receiver.map(Person::openid).orElse("");
    EventOutbox.record(tx, EventKind.USER_GIFTING_CARD, code, "FriendUserName", friend);
    Code sent = HeldCodes.again(tx, code);
    return HeldCodes.shown(tx, receiver.map(person -> accepted(tx, sent, person)).orElse(sent));
  }

  /** {@code POST /sandbox/accept}: somebody takes what was sent. */
  public ObjectNode accept(Transaction tx, CallInput input) {
    Person receiver = HeldCodes.person(tx, input, "user");
    return HeldCodes.shown(tx, accepted(tx, HeldCodes.named(tx, input), receiver));
  }

  /** {@code POST /sandbox/return}: the giver has the card again, which nobody accepted. */
  public ObjectNode giveBack(Transaction tx, CallInput input) {
    Code code = HeldCodes.named(tx, input);
    HeldCodes.demand(tx, code, RETURNABLE);
    withdraw(tx, code);
    tx.codes().setStatus(code, CodeStatus.NORMAL, tx.now());
    EventOutbox.record(tx, EventKind.USER_GIFTING_CARD, code, "IsReturnBack", "1");
    return HeldCodes.shown(tx, HeldCodes.again(tx, code));
  }

  /** Ends the gift of a code, if there is one, so that nobody can accept it any more. */
  public static void withdraw(Transaction tx, Code code) {
    tx.gifts()
        .open(code)
        .ifPresent(gift -> tx.gifts().end(gift, State.RETURNED, gift.giver(), tx.now()));
  }

  /** Whether a code that is being given away still waits, or has waited in vain. */
  public static CodeStatus statusUnderWay(Transaction tx, Code code) {
    boolean inVain =
        tx.gifts().open(code).filter(gift -> tx.now() > gift.given() + PATIENCE).isPresent();
    return inVain ? CodeStatus.GIFT_TIMEOUT : CodeStatus.GIFTING;
  }

  private Code accepted(Transaction tx, Code code, Person receiver) {
    HeldCodes.demand(tx, code, ACCEPTABLE);
    if (code.openid().equals(receiver.openid())) {
      throw new ApiException(
          40003, receiver.name() + " is the giver, whom a return gives the card back");
    }
    // A seed may have the code on its way without a gift.
    Gift gift =
        tx.gifts()
            .open(code)
            .orElseThrow(() -> new ApiException(40127, "no gift of the code waits"));
    Code held = code.merchant() ? passedOn(tx, code, receiver) : replaced(tx, code, receiver);
    tx.gifts().end(gift, State.ACCEPTED, receiver.openid(), tx.now());
    EventOutbox.record(
        tx,
        EventKind.USER_GET_CARD,
        held,
        "IsGiveByFriend",
        "1",
        "FriendUserName",
        gift.giver(),
        "OldUserCardCode",
        code.code());
    return held;
  }

  /** A code of the merchant's keeps its text, which may stand in the merchant's own records. */
  private static Code passedOn(Transaction tx, Code code, Person receiver) {
    tx.codes().passOn(code, receiver.openid(), tx.now());
    return HeldCodes.again(tx, code);
  }

  /** In the place of WeChat's own code comes another, so that the giver's is worth nothing. */
  private Code replaced(Transaction tx, Code code, Person receiver) {
    Code held =
        new Code(
            codes.fresh(tx),
            code.cardId(),
            false,
            receiver.openid(),
            CodeStatus.NORMAL,
            code.beginTime(),
            code.endTime(),
            code.outerId(),
            code.outerStr(),
            tx.now(),
            tx.now(),
            code.openid());
    tx.codes().setStatus(code, CodeStatus.GIFT_SUCC, tx.now());
    tx.codes().add(held);
    tx.codes().moveMembership(code, held.code());
    TicketDetailService.rename(tx, code, held.code());
    return held;
  }
}
