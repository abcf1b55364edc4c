package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.util.OptionalLong;

/** What a member collects: points, or money in fen. */
enum MemberBalance {
  BONUS("bonus", 45022, AccountRight.BONUS),
  BALANCE("balance", 45023, AccountRight.BALANCE);

  /** The documentation calls both an int. */
  private static final long MOST = Integer.MAX_VALUE;

  private static final int BAD_PARAMETER = 40150;

  private final String field;
  private final int errcode;
  private final AccountRight right;

  MemberBalance(String field, int errcode, AccountRight right) {
    this.field = field;
    this.errcode = errcode;
    this.right = right;
  }

  /** What a member begins with. */
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
      throw new ApiException(errcode, field + " would be " + amount + ", outside of 0 to " + MOST);
    }
    if (amount != current) {
      policy.demand(right);
      if (!card.path("supply_" + field).asBoolean()) {
        throw new ApiException(BAD_PARAMETER, "the card's supply_" + field + " is not true");
      }
    }
    return amount;
  }
}
