package io.github.wxcard.sign;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Text that nobody has used before. */
public final class Nonce {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16;

  private Nonce() {}

  /** 16 letters and digits; WeChat takes up to 32. */
  public static String of(RandomGenerator random) {
    return random
        .ints(LENGTH, 0, CHARACTERS.length())
        .mapToObj(i -> CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
