package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CouponTypes;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiException;
import java.util.List;
import java.util.Map;

/** What a card may hold depends on the account: on its rights, and on how strict it is played. */
record CardPermissions(AccountPolicy policy) {
  private static final Map<String, AccountRight> BY_TYPE =
      Map.of("MEMBER_CARD", AccountRight.MEMBER_CARD, "GENERAL_CARD", AccountRight.GENERAL_CARD);

  private static final List<Map.Entry<String, AccountRight>> BY_SWITCH =
      List.of(
          Map.entry("/base_info/use_custom_code", AccountRight.CUSTOM_CODE),
          Map.entry("/supply_balance", AccountRight.BALANCE),
          Map.entry("/supply_bonus", AccountRight.BONUS));

  private static final List<String> CUSTOM_ENTRIES =
      List.of("/base_info/custom_url", "/base_info/promotion_url");

  /** The entries of which web pages were refused, on coupons alone. */
  private static final List<String> ENTRIES =
      List.of("/base_info/center_url", "/base_info/custom_url", "/base_info/promotion_url");

  /** Refuses what the account may not create. */
  void checkNew(String type, JsonNode definition) {
    if (policy.without().contains(AccountRight.COUPON) && CouponTypes.include(type)) {
      throw new ApiException(
          48001,
          "real accounts refuse coupons since 2021, with a code that no source gives:"
              + " this number is the sandbox's choice");
    }
    if (BY_TYPE.containsKey(type)) {
      policy.demand(BY_TYPE.get(type));
    }
    checkContent(type, definition);
  }

  /**
   * Refuses what the account may not put on a card.
   *
   * @param definition what stands under the type's key, or the part of it that changes
   */
  void checkContent(String type, JsonNode definition) {
    BY_SWITCH.forEach(
        needed -> {
          if (definition.at(needed.getKey()).asBoolean()) {
            policy.demand(needed.getValue());
          }
        });
    if (CUSTOM_ENTRIES.stream().anyMatch(pointer -> isFilled(definition, pointer))) {
      policy.demand(AccountRight.CUSTOM_URL);
    }
    if (policy.strict()) {
      checkStrictly(type, definition);
    }
  }

  private static void checkStrictly(String type, JsonNode definition) {
    for (String pointer : ENTRIES) {
      if (CouponTypes.include(type) && isFilled(definition, pointer)) {
        throw new ApiException(73211, pointer.substring(1) + " is a web page, not a mini program");
      }
    }
    if (definition.at("/advanced_info/share_friends").asBoolean()) {
      throw new ApiException(73205, "share_friends makes it a friends' coupon");
    }
  }

  private static boolean isFilled(JsonNode definition, String pointer) {
    return !definition.at(pointer).asText("").isEmpty();
  }
}
