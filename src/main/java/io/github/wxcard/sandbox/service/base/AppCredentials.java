package io.github.wxcard.sandbox.service.base;

import java.util.Optional;

/** Tells a caller who is the account from one who is not. */
public final class AppCredentials {
  private AppCredentials() {}

  /**
   * Refuses anybody but the account.
   *
   * @param secretName what the call names the secret
   */
  public static void check(Optional<String> appId, Optional<String> secret, String secretName) {
    checkAppId(appId);
    String word = secret.orElseThrow(() -> new ApiException(41004, secretName + " is missing"));
    if (!isShapedAsSecret(word)) {
      throw new ApiException(40125, secretName + " is not made of 32 hexadecimal digits");
    }
    if (!word.equals(SandboxAccount.SECRET)) {
      throw new ApiException(40001, secretName + " is not this account's");
    }
  }

  /** Refuses an AppID that is not the account's. */
  public static void checkAppId(Optional<String> appId) {
    String id = appId.orElseThrow(() -> new ApiException(41002, "appid is missing"));
    if (!id.equals(SandboxAccount.APP_ID)) {
      throw new ApiException(40013, "appid is not " + SandboxAccount.APP_ID);
    }
  }

  private static boolean isShapedAsSecret(String word) {
    return word.length() == SandboxAccount.SECRET.length()
        && word.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
  }
}
