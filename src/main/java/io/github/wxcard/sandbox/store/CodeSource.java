package io.github.wxcard.sandbox.store;

/** Who makes the codes of a card. */
public enum CodeSource {
  /** WeChat makes a code when the card is claimed. */
  WECHAT,
  /** The merchant names the code with every QR code. */
  MERCHANT,
  /** The merchant imports codes and WeChat hands them out. */
  DEPOSIT;

  /** Whether a code needs its card's id to be found, since only the merchant keeps it unique. */
  public boolean isMerchants() {
    return this != WECHAT;
  }
}
