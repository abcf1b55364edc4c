package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.ReviewService;
import io.github.wxcard.sandbox.service.merchant.SubmerchantService;
import io.github.wxcard.sandbox.store.Transaction;

/** Reviews as the person at the controls ends them: of cards, and of sub-merchants. */
public final class ReviewDecisions {
  private static final int BAD_VALUE = 40097;

  private ReviewDecisions() {}

  /** {@code POST /sandbox/approve} with {@code card_id} or {@code merchant_id}. */
  public static ObjectNode approve(Transaction tx, CallInput input) {
    return isOfMerchant(input)
        ? SubmerchantService.decide(tx, input.body(), true, "")
        : ReviewService.approve(tx, input);
  }

  /** {@code POST /sandbox/reject} with {@code card_id} or {@code merchant_id}, and a reason. */
  public static ObjectNode reject(Transaction tx, CallInput input) {
    return isOfMerchant(input)
        ? SubmerchantService.decide(tx, input.body(), false, input.need("reason", 41011))
        : ReviewService.reject(tx, input);
  }

  private static boolean isOfMerchant(CallInput input) {
    boolean merchant = input.body().hasNonNull("merchant_id");
    if (merchant && input.body().hasNonNull("card_id")) {
      throw new ApiException(BAD_VALUE, "give card_id or merchant_id, not both");
    }
    return merchant;
  }
}
