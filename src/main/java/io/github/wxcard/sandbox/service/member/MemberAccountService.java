package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.CardView;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.Transaction;

/** The merchant changes what a member has. */
public final class MemberAccountService {
  private static final int NO_MEMBER = 40174;
  private static final TextLimits LIMITS =
      new TextLimits()
          .with(20, "code")
          .with(128, "background_pic_url")
          .withCharacters(42, "record_bonus", "record_balance")
          .with(12, MemberDetails.values());

  private final AccountPolicy policy;

  public MemberAccountService(AccountPolicy policy) {
    this.policy = policy;
  }

  /** {@code POST /card/membercard/updateuser}: sets or moves points and stored value. */
  public ObjectNode update(Transaction tx, CallInput input) {
    LIMITS.check(input.body());
    ImageService.checkBackground(tx, input.body());
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    // 40127 would say that the code is gone; this one is held, by somebody who is no member yet.
    Member member =
        Membership.of(tx, code)
            .orElseThrow(() -> new ApiException(NO_MEMBER, "the card is not activated yet"));
    JsonNode card = CardView.definition(CardService.existing(tx, code.cardId()));
    Member changed =
        member.holding(
            MemberBalance.BONUS.changed(input, member.bonus(), card, policy),
            MemberBalance.BALANCE.changed(input, member.balance(), card, policy));
    MemberDetails.copy(input.body(), changed.details());
    tx.members().put(changed);
    tell(tx, code, changed.bonus() - member.bonus(), changed.balance() - member.balance());

    ObjectNode answer = Json.object();
    answer.put("result_bonus", changed.bonus());
    answer.put("result_balance", changed.balance());
    answer.put("openid", code.openid());
    return answer;
  }

  private static void tell(Transaction tx, Code code, long bonus, long balance) {
    if (bonus != 0 || balance != 0) {
      EventOutbox.record(
          tx,
          EventKind.UPDATE_MEMBER_CARD,
          code,
          "ModifyBonus",
          Long.toString(bonus),
          "ModifyBalance",
          Long.toString(balance));
    }
  }
}
