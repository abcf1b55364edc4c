package io.github.wxcard.card;

import java.util.Set;

/** The five coupon types, which real accounts cannot create any more since 2021-04-01. */
public final class CouponTypes {
  private static final Set<String> TYPES =
      Set.of("GROUPON", "CASH", "DISCOUNT", "GIFT", "GENERAL_COUPON");

  private CouponTypes() {}

  /** Whether a {@code card_type} is a coupon's. */
  public static boolean include(String cardType) {
    return TYPES.contains(cardType);
  }
}
