package io.github.wxcard.client.redis;

/** Redis cannot be used: why, and what a person can do about it. */
final class RedisTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fix;

  /**
   * @param why such as {@code the connection is refused}
   */
  RedisTrouble(String why, String fix) {
    super(why);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }
}
