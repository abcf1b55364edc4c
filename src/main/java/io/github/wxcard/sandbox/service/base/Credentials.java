package io.github.wxcard.sandbox.service.base;

import java.util.Optional;

/** Tells a caller who is the account from one who is not. */
public final class Credentials {
  private Credentials() {}

  /**
   * Refuses anybody but the account.
   *
   * @param secretName what the call names the secret
   */
  public static void check(Optional<String> appId, Optional<String> secret, String secretName) {
    checkAppId(appId);
    String word = secret.orElseThrow(() -> new Refusal(41004, secretName + " is missing"));
    if (!isShapedAsSecret(word)) {
      throw new Refusal(40125, secretName + " is not made of 32 hexadecimal digits");
    }
    if (!word.equals(Account.SECRET)) {
      throw new Refusal(40001, secretName + " is not this account's");
    }
  }

  /** Refuses an AppID that is not the account's. */
  public static void checkAppId(Optional<String> appId) {
    String id = appId.orElseThrow(() -> new Refusal(41002, "appid is missing"));
    if (!id.equals(Account.APP_ID)) {
      throw new Refusal(40013, "appid is not " + Account.APP_ID);
    }
  }

  private static boolean isShapedAsSecret(String word) {
    return word.length() == Account.SECRET.length()
        && word.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
  }
}
