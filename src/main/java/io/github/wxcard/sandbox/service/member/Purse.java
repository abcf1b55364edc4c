package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.Right;
import java.util.OptionalLong;

/** What a member collects: points, or money in fen. */
enum Purse {
  BONUS("bonus", 45022, Right.BONUS),
  BALANCE("balance", 45023, Right.BALANCE);

  /** The documentation calls both an int. */
  private static final long MOST = Integer.MAX_VALUE;

  private static final int BAD_PARAMETER = 40150;

  private final String field;
  private final int errcode;
  private final Right right;

  Purse(String field, int errcode, Right right) {
    this.field = field;
    this.errcode = errcode;
    this.right = right;
  }

  /** What a member begins with. */
  long initial(Input input, JsonNode card, Policy policy) {
    long amount = input.number("init_" + field, errcode).orElse(0);
    return allowed(amount, 0, card, policy);
  }

  /** What a member has after a call: an absolute amount counts before a difference. */
  long changed(Input input, long current, JsonNode card, Policy policy) {
    OptionalLong absolute = input.number(field, errcode);
    long amount =
        absolute.isPresent()
            ? absolute.getAsLong()
            : current + difference(input.number("add_" + field, errcode).orElse(0));
    return allowed(amount, current, card, policy);
  }

  private long difference(long value) {
    if (Math.abs(value) > MOST) {
      throw new Refusal(errcode, "add_" + field + " " + value + " is out of range");
    }
    return value;
  }

  /** Nobody needs a right to what stays as it is. */
  private long allowed(long amount, long current, JsonNode card, Policy policy) {
    if (amount < 0 || amount > MOST) {
      throw new Refusal(errcode, field + " would be " + amount + ", outside of 0 to " + MOST);
    }
    if (amount != current) {
      policy.demand(right);
      if (!card.path("supply_" + field).asBoolean()) {
        throw new Refusal(BAD_PARAMETER, "the card's supply_" + field + " is not true");
      }
    }
    return amount;
  }
}
