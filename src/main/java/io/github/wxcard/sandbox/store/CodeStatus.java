package io.github.wxcard.sandbox.store;

/** Where a code stands; the names are WeChat's. */
public enum CodeStatus {
  NORMAL,
  CONSUMED,
  EXPIRE,
  GIFTING,
  GIFT_TIMEOUT,
  GIFT_SUCC,
  DELETE,
  UNAVAILABLE
}
