package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** Who is a member: the holder of a member card once it is activated, by whatever way. */
public final class Membership {
  /** The card type that has members. */
  public static final String TYPE = "MEMBER_CARD";

  private static final String PICTURE = "background_pic_url";

  private Membership() {}

  /** Makes a member at once of whoever claims a card that activates itself. */
  public static void onClaim(Transaction tx, Card card, Code code) {
    if (card.type().equals(TYPE) && card.definition().path("auto_activate").asBoolean()) {
      tx.members().put(newcomer(tx, code).activatedAs(code.code(), tx.now()));
    }
  }

  /** The member behind a code; empty before the activation. */
  public static Optional<Member> of(Transaction tx, Code code) {
    return tx.members().find(code.code(), code.cardId()).filter(Member::isActive);
  }

  /** Somebody to activate, with the form if it was filled in; a member already is refused. */
  public static Member newcomer(Transaction tx, Code code) {
    Optional<Member> known = tx.members().find(code.code(), code.cardId());
    if (known.filter(Member::isActive).isPresent()) {
      throw new ApiException(73214, "the card was activated at " + known.get().activated());
    }
    return known.orElseGet(
        () -> new Member(code.code(), code.cardId(), "", 0, 0, Json.object(), Json.object(), 0));
  }

  /**
   * Adds to the answer of {@code /card/code/get} what it tells of a member, in the places of a
   * captured answer and in those of the documentation; of other cards there is nothing to tell.
   */
  public static void show(Transaction tx, Code code, ObjectNode answer) {
    Card card = CardService.existing(tx, code.cardId());
    if (!card.type().equals(TYPE)) {
      return;
    }
    Optional<Member> member = of(tx, code);
    member
        .flatMap(known -> CallInput.text(known.details(), PICTURE))
        .or(() -> CallInput.text(card.definition(), PICTURE))
        .ifPresent(url -> answer.put(PICTURE, url));
    answer.put("unionid", IdGenerator.unionId(code.openid()));
    member.ifPresent(known -> show(tx, code, known, answer));
  }

  private static void show(Transaction tx, Code code, Member member, ObjectNode answer) {
    answer
        .withObject("/card")
        .put("membership_number", member.membershipNumber())
        .put("bonus", member.bonus());
    answer.put("nickname", tx.people().byOpenid(code.openid()).map(Person::name).orElse(""));
    answer.put("membership_number", member.membershipNumber());
    answer.put("bonus", member.bonus());
    answer.put("balance", member.balance());
    ObjectNode form = member.form().deepCopy();
    form.withArray("common_field_list");
    form.withArray("custom_field_list");
    answer.set("user_info", form);
  }
}
