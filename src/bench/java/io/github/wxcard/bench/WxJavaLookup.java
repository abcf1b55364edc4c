package io.github.wxcard.bench;

import me.chanjar.weixin.common.error.WxErrorException;

/** As {@link WxJavaConsume}, but the code is only looked up. Arguments: base, code. */
public final class WxJavaLookup {
  private WxJavaLookup() {}

  public static void main(String[] arguments) throws WxErrorException {
    System.out.println(
        WxJavaConsume.service(arguments[0])
            .getCardService()
            .queryCardCode(null, arguments[1], false)
            .getUserCardStatus());
    System.exit(0);
  }
}
