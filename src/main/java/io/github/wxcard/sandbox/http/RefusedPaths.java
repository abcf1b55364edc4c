package io.github.wxcard.sandbox.http;

import java.util.ArrayList;
import java.util.List;

/** What WeChat has and the sandbox knows of, and does not play. */
final class RefusedPaths {
  private static final int WITHDRAWN = 45103;
  private static final int UNAUTHORIZED = 48001;

  private static final String GIFT_CARDS =
      """
      /card/giftcard/page/add
      /card/giftcard/page/get
      /card/giftcard/page/update
      /card/giftcard/page/batchget
      /card/giftcard/maintain/set
      /card/giftcard/pay/whitelist/add
      /card/giftcard/pay/submch/bind
      /card/giftcard/wxa/set
      /card/giftcard/pay/wxa/set
      /card/giftcard/order/get
      /card/giftcard/order/batchget
      /card/giftcard/order/refund
      /card/generalcard/updateuser
      /card/generalcard/activate
      /card/generalcard/unactivate
      """; // pay/wxa/set is wxa/set as one SDK writes it

  /** Their bodies are not known well enough to be played. */
  private static final String AFTER_PAYMENT =
      """
      /card/paygiftcard/add
      /card/paygiftcard/delete
      /card/paygiftcard/getbyid
      /card/paygiftcard/batchget
      /card/paygiftmembercard/add
      /card/paygiftmembercard/delete
      /card/paygiftmembercard/get
      """;

  private static final String INVOICES =
      """
      /card/invoice/getauthurl
      /card/invoice/getauthdata
      /card/invoice/rejectinsert
      /card/invoice/makeoutinvoice
      /card/invoice/clearoutinvoice
      /card/invoice/queryinvoceinfo
      /card/invoice/seturl
      /card/invoice/insert
      /card/invoice/scantitle
      /card/invoice/setbizattr
      /card/invoice/platform/createcard
      /card/invoice/platform/getpdf
      /card/invoice/platform/setpdf
      /card/invoice/platform/updatestatus
      /card/invoice/reimburse/getinvoiceinfo
      /card/invoice/reimburse/getinvoicebatch
      /card/invoice/reimburse/updateinvoicestatus
      /card/invoice/reimburse/updatestatusbatch
      /card/invoice/biz/getusertitleurl
      /card/invoice/biz/getselecttitleurl
      """; // queryinvoceinfo is WeChat's spelling

  private RefusedPaths() {}

  static List<Route> afterPayment() {
    return notPlayed(AFTER_PAYMENT, "nobody pays here, so no card follows");
  }

  static List<Route> giftCards() {
    return notPlayed(GIFT_CARDS, "the gift-card shop is not played here");
  }

  static List<Route> invoicesAndActivities() {
    List<Route> routes = new ArrayList<>(notPlayed(INVOICES, "invoices are not played here"));
    routes.addAll(notPlayed("/card/mkt/activity/create", "activities are not played here"));
    return routes;
  }

  static List<Route> discontinued() {
    return List.of(
        withdrawn("/card/pay/", ""),
        withdrawn("/card/luckymoney/updateuserbalance", ""),
        withdrawn(
            "/card/location/",
            "; /cgi-bin/poi/ took its place, of whose addpoi and updatepoi one SDK says that they"
                + " went offline in 2024"),
        withdrawn("/card/announcement/", ""),
        withdrawn("/card/sms/geturl", ""),
        withdrawn("/card/code/mark", " together with friends' coupons"));
  }

  private static List<Route> notPlayed(String paths, String why) {
    return paths
        .lines()
        .map(path -> Route.any(path).refuses(UNAUTHORIZED, "WeChat has it, but " + why))
        .toList();
  }

  private static Route withdrawn(String path, String more) {
    return Route.any(path).refuses(WITHDRAWN, "WeChat has withdrawn it" + more);
  }
}
