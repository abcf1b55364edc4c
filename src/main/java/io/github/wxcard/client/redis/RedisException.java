package io.github.wxcard.client.redis;

/** Redis cannot be used: why, and what a person can do about it. */
final class RedisException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fix;

  /**
   * @param why such as {@code the connection is refused}
   */
  RedisException(String why, String fix) {
    super(why);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }
}
