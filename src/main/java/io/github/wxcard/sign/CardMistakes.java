package io.github.wxcard.sign;

import java.util.List;

/** What goes wrong with the two signatures that are made with the card ticket. */
final class CardMistakes {
  private static final String PASSED_ON =
      "Sign every value that you pass on: WeChat does, and compares.";
  private static final SignatureMistake NO_NONCE = SignatureMistake.leftOut("nonce_str", PASSED_ON);
  private static final SignatureMistake NO_TIMESTAMP =
      SignatureMistake.leftOut("timestamp", PASSED_ON);
  private static final SignatureMistake NO_TICKET =
      SignatureMistake.leftOut(
          "api_ticket", "Sign the wx_card ticket together with the other values.");

  private CardMistakes() {}

  static List<SignatureMistake> ofClaim() {
    return CommonMistakes.ofSortedValues(
        NO_NONCE,
        SignatureMistake.leftOut("code", PASSED_ON),
        SignatureMistake.leftOut("openid", PASSED_ON),
        SignatureMistake.leftOut(
            "card_id", "Sign the card id too, although it is not part of cardExt."),
        NO_TIMESTAMP,
        NO_TICKET);
  }

  static List<SignatureMistake> ofChoice() {
    return CommonMistakes.ofSortedValues(
        NO_NONCE,
        SignatureMistake.leftOut(
            "app_id", "Sign the AppID too: chooseCard wants it, addCard does not."),
        SignatureMistake.leftOut("card_id", PASSED_ON),
        SignatureMistake.leftOut("card_type", PASSED_ON),
        SignatureMistake.leftOut("location_id", PASSED_ON),
        SignatureMistake.of(
            "zero-shop",
            "0 was signed as the shop",
            "Pass an empty shopId and leave it out of the signature: 0 is a value.",
            input -> input.without("location_id").add("location_id", "0")),
        NO_TIMESTAMP,
        NO_TICKET);
  }
}
