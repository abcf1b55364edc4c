package io.github.wxcard.repl;

/** Kinds of arguments whose values are known only while the program runs. */
public enum ValueKind {
  FILE(""),
  CARD_ID("card_id"),
  CODE("code"),
  TICKET("ticket"),
  URL("url"),
  OPENID("openid");

  private final String key;

  ValueKind(String key) {
    this.key = key;
  }

  /** The key under which results name such a value; empty for files. */
  public String key() {
    return key;
  }
}
