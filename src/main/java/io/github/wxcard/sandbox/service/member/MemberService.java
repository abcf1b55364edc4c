package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.OptionalLong;

/** The merchant activates a member card, and changes what the member has. */
public record MemberService(AccountPolicy policy) {
  private static final TextLimits OF_ACTIVATION =
      new TextLimits()
          .with(20, "membership_number", "code")
          .with(128, "background_pic_url")
          .with(32, "init_bonus_record")
          .with(12, MemberDetails.names(MemberDetails.INITIAL));

  private static final TextLimits OF_UPDATE =
      new TextLimits()
          .with(20, "code")
          .with(128, "background_pic_url")
          .withCharacters(42, "record_bonus", "record_balance")
          .with(12, MemberDetails.names(MemberDetails.CHANGED));

  /** {@code POST /card/membercard/activate}. */
  public ObjectNode activate(Transaction tx, CallInput input) {
    OF_ACTIVATION.check(input.body());
    ImageService.checkBackground(tx, input.body());
    String number = input.need("membership_number", 41011);
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    Member newcomer = Membership.newcomer(tx, code);
    JsonNode card = CardService.existing(tx, code.cardId()).definition();
    MemberDetails.copy(input.body(), MemberDetails.INITIAL, newcomer.details());
    setPeriod(tx, input, code);
    tx.members()
        .put(
            newcomer
                .holding(
                    Balance.BONUS.initial(input, card, policy),
                    Balance.BALANCE.initial(input, card, policy))
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
    OptionalLong begin = input.number("activate_begin_time", 40079);
    OptionalLong end = input.number("activate_end_time", 40079);
    if (begin.isEmpty() && end.isEmpty()) {
      return;
    }
    long first = begin.orElse(code.beginTime());
    Long last = end.isPresent() ? (Long) end.getAsLong() : code.endTime();
    if (first < 0) {
      throw new ApiException(40079, "activate_begin_time is negative");
    }
    if (last != null && (last <= first || last <= tx.now())) {
      throw new ApiException(
          40079, "the membership would end at " + last + ", before it begins or now");
    }
    tx.codes().setPeriod(code, first, last);
  }

  /** {@code POST /card/membercard/updateuser}: sets or moves points and stored value. */
  public ObjectNode update(Transaction tx, CallInput input) {
    OF_UPDATE.check(input.body());
    ImageService.checkBackground(tx, input.body());
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    // 40127 would say that the code is gone; this one is held, by somebody who is no member yet.
    Member member =
        Membership.of(tx, code)
            .orElseThrow(() -> new ApiException(40174, "the card is not activated yet"));
    JsonNode card = CardService.existing(tx, code.cardId()).definition();
    Member changed =
        member.holding(
            Balance.BONUS.changed(input, member.bonus(), card, policy),
            Balance.BALANCE.changed(input, member.balance(), card, policy));
    MemberDetails.copy(input.body(), MemberDetails.CHANGED, changed.details());
    tx.members().put(changed);
    tell(tx, code, changed.bonus() - member.bonus(), changed.balance() - member.balance());

    return Json.object()
        .put("result_bonus", changed.bonus())
        .put("result_balance", changed.balance())
        .put("openid", code.openid());
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

  /** What a member collects: points, or money in fen. */
  private enum Balance {
    BONUS("bonus", 45022, AccountRight.BONUS),
    BALANCE("balance", 45023, AccountRight.BALANCE);

    /** The documentation calls both an int. */
    private static final long MOST = Integer.MAX_VALUE;

    private final String field;
    private final int errcode;
    private final AccountRight right;

    Balance(String field, int errcode, AccountRight right) {
      this.field = field;
      this.errcode = errcode;
      this.right = right;
    }

    long initial(CallInput input, JsonNode card, AccountPolicy policy) {
      long amount = input.number("init_" + field, errcode).orElse(0);
      return allowed(amount, 0, card, policy);
    }

    /** What a member has after a call: an absolute amount counts before a difference. */
    long changed(CallInput input, long current, JsonNode card, AccountPolicy policy) {
      OptionalLong absolute = input.number(field, errcode);
      long amount =
          absolute.isPresent()
              ? absolute.getAsLong()
              : current + difference(input.number("add_" + field, errcode).orElse(0));
      return allowed(amount, current, card, policy);
    }

    private long difference(long value) {
      if (Math.abs(value) > MOST) {
        throw new ApiException(errcode, "add_" + field + " " + value + " is out of range");
      }
      return value;
    }

    /** Nobody needs a right to what stays as it is. */
    private long allowed(long amount, long current, JsonNode card, AccountPolicy policy) {
      if (amount < 0 || amount > MOST) {
        throw new ApiException(
            errcode, field + " would be " + amount + ", outside of 0 to " + MOST);
      }
      if (amount != current) {
        policy.demand(right);
        if (!card.path("supply_" + field).asBoolean()) {
          throw new ApiException(40150, "the card's supply_" + field + " is not true");
        }
      }
      return amount;
    }
  }
}
