package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;

import java.util.List;

/** What the sandbox knows of and does not play. */
final class RefusedRoutes {
  private static final int WITHDRAWN = 45103;
  private static final int UNAUTHORIZED = 48001;

  private RefusedRoutes() {}

  static List<Route> giftCards() {
    String why = "the gift-card shop is not played here";
    return List.of(
        any("/card/giftcard/").refuses(UNAUTHORIZED, why),
        any("/card/generalcard/updateuser").refuses(UNAUTHORIZED, why));
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
