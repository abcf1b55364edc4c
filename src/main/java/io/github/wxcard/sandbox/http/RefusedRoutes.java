package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;

import java.util.ArrayList;
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
          "/card/giftcard/pay/wxa/set", // the same, as one SDK writes it
          "/card/giftcard/order/get",
          "/card/giftcard/order/batchget",
          "/card/giftcard/order/refund",
          "/card/generalcard/updateuser",
          "/card/generalcard/activate",
          "/card/generalcard/unactivate");

  private static final List<String> INVOICES =
      List.of(
          "/card/invoice/getauthurl",
          "/card/invoice/getauthdata",
          "/card/invoice/rejectinsert",
          "/card/invoice/makeoutinvoice",
          "/card/invoice/clearoutinvoice",
          "/card/invoice/queryinvoceinfo", // sic
          "/card/invoice/seturl",
          "/card/invoice/insert",
          "/card/invoice/scantitle",
          "/card/invoice/setbizattr",
          "/card/invoice/platform/createcard",
          "/card/invoice/platform/getpdf",
          "/card/invoice/platform/setpdf",
          "/card/invoice/platform/updatestatus",
          "/card/invoice/reimburse/getinvoiceinfo",
          "/card/invoice/reimburse/getinvoicebatch",
          "/card/invoice/reimburse/updateinvoicestatus",
          "/card/invoice/reimburse/updatestatusbatch",
          "/card/invoice/biz/getusertitleurl",
          "/card/invoice/biz/getselecttitleurl");

  private RefusedRoutes() {}

  /** What belongs to the card calls and is no part of a card developer's walk. */
  static List<Route> beside() {
    List<Route> routes = new ArrayList<>();
    for (String path : INVOICES) {
      routes.add(
          any(path).refuses(UNAUTHORIZED, "WeChat has it, but invoices are not played here"));
    }
    routes.add(
        any("/card/mkt/activity/create")
            .refuses(UNAUTHORIZED, "WeChat has it, but activities are not played here"));
    return routes;
  }

  static List<Route> giftCards() {
    return GIFT_CARDS.stream()
        .map(
            path ->
                any(path)
                    .refuses(
                        UNAUTHORIZED, "WeChat has it, but the gift-card shop is not played here"))
        .toList();
  }

  static List<Route> discontinued() {
    String why = "WeChat has withdrawn it";
    return List.of(
        any("/card/pay/").refuses(WITHDRAWN, why),
        any("/card/luckymoney/updateuserbalance").refuses(WITHDRAWN, why),
        any("/card/location/")
            .refuses(
                WITHDRAWN,
                why
                    + "; /cgi-bin/poi/ took its place, of whose addpoi and updatepoi one SDK says"
                    + " that they went offline in 2024"),
        any("/card/announcement/").refuses(WITHDRAWN, why),
        any("/card/sms/geturl").refuses(WITHDRAWN, why),
        any("/card/code/mark").refuses(WITHDRAWN, why + " together with friends' coupons"));
  }
}
