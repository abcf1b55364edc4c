package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.CardView;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.OptionalLong;

/** The merchant activates a member card. */
public final class MemberActivationService {
  private static final int TIME = 40079;
  private static final TextLimits LIMITS =
      new TextLimits()
          .with(20, "membership_number", "code")
          .with(128, "background_pic_url")
          .with(32, "init_bonus_record")
          .with(12, MemberDetails.initialValues());

  private final AccountPolicy policy;

  public MemberActivationService(AccountPolicy policy) {
    this.policy = policy;
  }

  /** {@code POST /card/membercard/activate}. */
  public ObjectNode activate(Transaction tx, CallInput input) {
    LIMITS.check(input.body());
    ImageService.checkBackground(tx, input.body());
    String number = input.need("membership_number", 41011);
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    Member newcomer = Membership.newcomer(tx, code);
    JsonNode card = CardView.definition(CardService.existing(tx, code.cardId()));
    MemberDetails.copyInitial(input.body(), newcomer.details());
    setPeriod(tx, input, code);
    tx.members()
        .put(
            newcomer
                .holding(
                    MemberBalance.BONUS.initial(input, card, policy),
                    MemberBalance.BALANCE.initial(input, card, policy))
                .activatedAs(number, tx.now()));
    return Json.object();
  }

  /**
   * {@code POST /card/membercard/unactivate}: takes the activation back and keeps all else. WeChat
   * has the call and documents nothing of it.
   */
  public static ObjectNode deactivate(Transaction tx, CallInput input) {
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    Membership.of(tx, code).ifPresent(member -> tx.members().put(member.deactivated()));
    return Json.object();
  }

  /** A period given with the activation takes the place of the card's for this member. */
  private static void setPeriod(Transaction tx, CallInput input, Code code) {
    OptionalLong begin = input.number("activate_begin_time", TIME);
    OptionalLong end = input.number("activate_end_time", TIME);
    if (begin.isEmpty() && end.isEmpty()) {
      return;
    }
    long first = begin.orElse(code.beginTime());
    Long last = end.isPresent() ? (Long) end.getAsLong() : code.endTime();
    if (first < 0) {
      throw new ApiException(TIME, "activate_begin_time is negative");
    }
    if (last != null && (last <= first || last <= tx.now())) {
      throw new ApiException(
          TIME, "the membership would end at " + last + ", before it begins or now");
    }
    tx.codes().setPeriod(code, first, last);
  }
}
