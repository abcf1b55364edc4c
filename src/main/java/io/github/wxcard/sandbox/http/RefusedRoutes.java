package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;

import java.util.List;

/** What the sandbox knows of and does not play. */
final class RefusedRoutes {
  private static final int WITHDRAWN = 45103;
  private static final int UNAUTHORIZED = 48001;

  private static final List<String> GIFT_CARDS =
      List.of(
          "/card/giftcard/page/add",
          "/card/giftcard/page/get",
          "/card/giftcard/page/update",
          "/card/giftcard/page/batchget",
          "/card/giftcard/maintain/set",
          "/card/giftcard/pay/whitelist/add",
          "/card/giftcard/pay/submch/bind",
          "/card/giftcard/wxa/set",
          "/card/giftcard/order/get",
          "/card/giftcard/order/batchget",
          "/card/giftcard/order/refund",
          "/card/generalcard/updateuser",
          "/card/generalcard/activate",
          "/card/generalcard/unactivate");

  private RefusedRoutes() {}

  static List<Route> giftCards() {
    return GIFT_CARDS.stream()
        .map(path -> any(path).refuses(UNAUTHORIZED, "the gift-card shop is not played here"))
        .toList();
  }

  static List<Route> discontinued() {
    String why = "WeChat has withdrawn it";
    return List.of(
        any("/card/pay/").refuses(WITHDRAWN, why),
        any("/card/luckymoney/updateuserbalance").refuses(WITHDRAWN, why),
        any("/card/location/").refuses(WITHDRAWN, why + "; /cgi-bin/poi/ took its place"),
        any("/card/announcement/").refuses(WITHDRAWN, why),
        any("/card/sms/geturl").refuses(WITHDRAWN, why),
        any("/card/code/mark").refuses(WITHDRAWN, why + " together with friends' coupons"));
  }
}
