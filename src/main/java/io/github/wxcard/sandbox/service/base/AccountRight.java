package io.github.wxcard.sandbox.service.base;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that WeChat grants to an account, and that a sandbox's account can be without. */
public enum AccountRight {
  CARD(48001, "any call of the card API"),
  CUSTOM_CODE(43009, "codes of the merchant's own"),
  BALANCE(43010, "stored value on member cards"),
  BONUS(43011, "points on member cards"),
  CUSTOM_URL(43012, "custom entries on cards"),
  PAY(43008, "paying with a card, and redeeming by oneself"),
  MEMBER_CARD(72016, "member cards"),
  GENERAL_CARD(72021, "gift cards"),
  COUPON(48001, "the five coupon types, which no real account can create any more");

  private final int errcode;
  private final String meaning;

  AccountRight(int errcode, String meaning) {
    this.errcode = errcode;
    this.meaning = meaning;
  }

  /** How a person names it, as in {@code custom-code}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int errcode() {
    return errcode;
  }

  public String meaning() {
    return meaning;
  }

  public static Optional<AccountRight> named(String word) {
    return Arrays.stream(values()).filter(right -> right.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(AccountRight::word).toList();
  }
}
