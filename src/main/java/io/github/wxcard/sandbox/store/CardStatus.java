package io.github.wxcard.sandbox.store;

/** Where a card stands between creation and deletion. */
public enum CardStatus {
  NOT_VERIFY,
  VERIFY_FAIL,
  VERIFY_OK,
  DISPATCH,
  DELETE;

  /** The name in WeChat's answers. */
  public String wireName() {
    return "CARD_STATUS_" + name();
  }

  /** Whether anybody may claim it, and not testers alone. */
  public boolean isApproved() {
    return this == VERIFY_OK || this == DISPATCH;
  }
}
