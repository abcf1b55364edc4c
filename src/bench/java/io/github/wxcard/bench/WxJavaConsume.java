package io.github.wxcard.bench;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** What one would write without wxcard: a token and a redeemed code. Arguments: base, code. */
public final class WxJavaConsume {
  private WxJavaConsume() {}

  public static void main(String[] arguments) throws WxErrorException {
    System.out.println(service(arguments[0]).getCardService().consumeCardCode(arguments[1]));
    System.exit(0);
  }

  static WxMpService service(String base) {
    WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
    config.setAppId(Stock.APP_ID);
    config.setSecret(Stock.SECRET);
    config.setHostConfig(new WxMpHostConfig(base, base, base));
    WxMpService weChat = new WxMpServiceImpl();
    weChat.setWxMpConfigStorage(config);
    return weChat;
  }
}
