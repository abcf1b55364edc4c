package io.github.wxcard.sign;

import java.util.List;

/** What goes wrong with the two signatures that are made with the card ticket. */
final class CardMistakes {
  private static final String PASSED_ON =
      "Sign every value that you pass on: WeChat does, and compares.";
  private static final Mistake NO_NONCE = Mistake.leftOut("nonce_str", PASSED_ON);
  private static final Mistake NO_TIMESTAMP = Mistake.leftOut("timestamp", PASSED_ON);
  private static final Mistake NO_TICKET =
      Mistake.leftOut("api_ticket", "Sign the wx_card ticket together with the other values.");

  private CardMistakes() {}

  static List<Mistake> ofClaim() {
    return Slips.ofSortedValues(
        NO_NONCE,
        Mistake.leftOut("code", PASSED_ON),
        Mistake.leftOut("openid", PASSED_ON),
        Mistake.leftOut("card_id", "Sign the card id too, although it is not part of cardExt."),
        NO_TIMESTAMP,
        NO_TICKET);
  }

  static List<Mistake> ofChoice() {
    return Slips.ofSortedValues(
        NO_NONCE,
        Mistake.leftOut("app_id", "Sign the AppID too: chooseCard wants it, addCard does not."),
        Mistake.leftOut("card_id", PASSED_ON),
        Mistake.leftOut("card_type", PASSED_ON),
        Mistake.leftOut("location_id", PASSED_ON),
        Mistake.of(
            "zero-shop",
            "0 was signed as the shop",
            "Pass an empty shopId and leave it out of the signature: 0 is a value.",
            draft -> draft.without("location_id").add("location_id", "0")),
        NO_TIMESTAMP,
        NO_TICKET);
  }
}
