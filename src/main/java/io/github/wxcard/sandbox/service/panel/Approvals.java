package io.github.wxcard.sandbox.service.panel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Reviews;
import io.github.wxcard.sandbox.service.merchant.SubMerchants;
import io.github.wxcard.sandbox.store.Tx;

/** Reviews as the person at the controls ends them: of cards, and of sub-merchants. */
public final class Approvals {
  private static final int BAD_VALUE = 40097;

  private Approvals() {}

  /** {@code POST /sandbox/approve} with {@code card_id} or {@code merchant_id}. */
  public static ObjectNode approve(Tx tx, Input input) {
    return isOfMerchant(input)
        ? SubMerchants.decide(tx, input.body(), true, "")
        : Reviews.approve(tx, input);
  }

  /** {@code POST /sandbox/reject} with {@code card_id} or {@code merchant_id}, and a reason. */
  public static ObjectNode reject(Tx tx, Input input) {
    return isOfMerchant(input)
        ? SubMerchants.decide(tx, input.body(), false, input.need("reason", 41011))
        : Reviews.reject(tx, input);
  }

  private static boolean isOfMerchant(Input input) {
    boolean merchant = input.body().hasNonNull("merchant_id");
    if (merchant && input.body().hasNonNull("card_id")) {
      throw new Refusal(BAD_VALUE, "give card_id or merchant_id, not both");
    }
    return merchant;
  }
}
