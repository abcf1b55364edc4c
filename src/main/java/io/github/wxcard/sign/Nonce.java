package io.github.wxcard.sign;

import java.util.random.RandomGenerator;

/** Text that nobody has used before. */
public final class Nonce {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16;

  private Nonce() {}

  /** 16 letters and digits; WeChat takes up to 32. */
  public static String of(RandomGenerator random) {
    StringBuilder nonce = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      nonce.append(CHARACTERS.charAt(random.nextInt(0, CHARACTERS.length())));
    }
    return nonce.toString();
  }
}
