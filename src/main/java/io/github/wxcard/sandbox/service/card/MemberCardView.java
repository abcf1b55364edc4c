package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/**
 * What {@code /card/code/get} tells of a member, in the places of a captured answer and in those of
 * the documentation.
 */
public final class MemberCardView {
  private static final String PICTURE = "background_pic_url";

  private MemberCardView() {}

  /** Adds it to the answer about a code; of other cards there is nothing to tell. */
  public static void show(Transaction tx, Code code, ObjectNode answer) {
    Card card = CardService.existing(tx, code.cardId());
    if (!card.type().equals(Membership.TYPE)) {
      return;
    }
    Optional<Member> member = Membership.of(tx, code);
    member
        .flatMap(known -> CallInput.text(known.details(), PICTURE))
        .or(() -> CallInput.text(CardView.definition(card), PICTURE))
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
