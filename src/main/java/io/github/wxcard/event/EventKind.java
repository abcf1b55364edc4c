package io.github.wxcard.event;

import static io.github.wxcard.event.EventField.CARD_ID;
import static io.github.wxcard.event.EventField.CODE;
import static io.github.wxcard.event.EventField.DUE;
import static io.github.wxcard.event.EventField.GIFT_IN_GROUP;
import static io.github.wxcard.event.EventField.GIFT_RETURNED;
import static io.github.wxcard.event.EventField.IN_GROUP;
import static io.github.wxcard.event.EventField.ORDER_ID;
import static io.github.wxcard.event.EventField.OUTER_ID;
import static io.github.wxcard.event.EventField.OUTER_STR;
import static io.github.wxcard.event.EventField.PAGE_ID;
import static io.github.wxcard.event.EventField.PAID;
import static io.github.wxcard.event.EventField.PAYMENT;
import static io.github.wxcard.event.EventField.RETURNED;
import static io.github.wxcard.event.EventField.SHOP;
import static io.github.wxcard.event.EventField.SHOP_NAME;
import static io.github.wxcard.event.EventField.field;
import static io.github.wxcard.event.EventField.rare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The card events that WeChat pushes, each with its own fields in the order of the documentation.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/subscription/guide/product/card/Coupons_Vouchers_and_Cards_Event_Push_Messages.html">WeChat's
 *     page</a>
 */
public enum EventKind {
  CARD_PASS_CHECK(
      "a card passed the review",
      CARD_ID,
      field("RefuseReason", "", "empty: the card was not refused")),
  CARD_NOT_PASS_CHECK(
      "a card failed the review",
      CARD_ID,
      field("RefuseReason", "The title says nothing about the offer.", "why it was refused")),
  USER_GET_CARD(
      "somebody received a card: claimed it, accepted a gift, or found a member card again",
      CARD_ID,
      field("IsGiveByFriend", "0", "1 when it was a gift"),
      CODE,
      field("FriendUserName", "", "the giver's openid, when it was a gift"),
      OUTER_ID,
      field("OldUserCardCode", "", "the giver's code, when it was a gift"),
      OUTER_STR.seldom(),
      field("IsRestoreMemberCard", "0", "1 when a deleted member card was restored"),
      field("IsRecommendByFriend", "0", "1 when a friend recommended the card"),
      field(
          "SourceScene",
          "SOURCE_SCENE_UNKNOW",
          "how it was received; SOURCE_SCENE_PRE_ACTIVATE for the activation component"),
      field(
          "UnionId",
          "o6_bmasdasdsad6_2sgVt7hMZOPfL",
          "the person, for all accounts of one open platform; may be absent")),
  USER_GIFTING_CARD(
      "a holder sent a card to somebody as a gift; the sender is the giver",
      CARD_ID,
      CODE,
      RETURNED,
      field("FriendUserName", "oFS7Fjq1wZ5bTnL0vU2yHsJ8eXcM", "the receiver's openid"),
      IN_GROUP),
  USER_DEL_CARD("a holder removed a card", CARD_ID, CODE),
  USER_CONSUME_CARD(
      "a code was redeemed",
      CARD_ID,
      CODE,
      field("ConsumeSource", "FROM_API", "FROM_API, FROM_MP or FROM_MOBILE_HELPER"),
      SHOP_NAME,
      field("StaffOpenId", "", "who redeemed it, with FROM_MOBILE_HELPER"),
      field("VerifyCode", "", "the shop's code, when the holder redeemed it"),
      field("RemarkAmount", "", "the amount noted, when the holder redeemed it"),
      OUTER_STR,
      OUTER_ID.seldom(),
      rare("OutTradeNo", "the merchant's order, when it was paid with"),
      PAYMENT.seldom(),
      SHOP.seldom(),
      PAID.seldom(),
      DUE.seldom()),
  USER_PAY_FROM_PAY_CELL(
      "a holder paid through the card's pay button",
      CARD_ID,
      CODE,
      PAYMENT,
      SHOP,
      SHOP_NAME.seldom(),
      PAID,
      DUE),
  USER_VIEW_CARD(
      "a holder opened a member card that has need_push_on_view",
      CARD_ID,
      CODE,
      OUTER_STR,
      OUTER_ID.seldom()),
  USER_ENTER_SESSION_FROM_CARD("a holder opened the account's chat from a card", CARD_ID, CODE),
  UPDATE_MEMBER_CARD(
      "the points or the balance of a member card changed",
      CARD_ID,
      CODE,
      field("ModifyBonus", "100", "the change of the points; negative when they fell"),
      field("ModifyBalance", "0", "the change of the balance; negative when it fell")),
  CARD_SKU_REMIND(
      "somebody tried to claim a card whose stock is low: it began above 200 and is 100 or less",
      CARD_ID,
      field("Detail", "the card's quantity is equal to 0", "the stock in words")),
  CARD_PAY_ORDER(
      "the point account for friends' coupons changed; the coupons are discontinued",
      ORDER_ID,
      field("Status", "ORDER_STATUS_FINANCE_SUCC", "ORDER_STATUS_… as the order stands"),
      field("CreateOrderTime", "1472551036", "Unix seconds"),
      field("PayFinishTime", "1472551096", "Unix seconds"),
      field("Desc", "", "a remark"),
      field("FreeCoinCount", "200", "free points"),
      field("PayCoinCount", "0", "paid points"),
      field("RefundFreeCoinCount", "0", "free points that came back"),
      field("RefundPayCoinCount", "0", "paid points that came back"),
      field("OrderType", "ORDER_TYPE_SYS_ADD", "ORDER_TYPE_… as in SYS_ADD, WXPAY, REFUND"),
      field("Memo", "", "a note"),
      field("ReceiptInfo", "", "the invoice")),
  SUBMIT_MEMBERCARD_USER_INFO(
      "somebody sent or changed the form that activates a member card; read it with"
          + " /card/membercard/userinfo/get",
      CARD_ID,
      CODE),
  GIFTCARD_PAY_DONE("somebody bought a gift card", PAGE_ID, ORDER_ID),
  GIFTCARD_SEND_TO_FRIEND(
      "somebody sent a gift card", PAGE_ID, ORDER_ID, GIFT_IN_GROUP, GIFT_RETURNED),
  GIFTCARD_USER_ACCEPT("somebody accepted a gift card", PAGE_ID, ORDER_ID, GIFT_IN_GROUP),
  CARD_MERCHANT_CHECK_RESULT(
      "the review of a sub-merchant ended",
      field("MerchantId", "12000001", "the sub-merchant"),
      field("IsPass", "1", "1 when it was approved, 0 when not"),
      field("Reason", "", "why it was not approved")),
  USER_AUTHORIZE_INVOICE(
      "somebody authorised an invoice",
      field("SuccOrderId", "4012340001", "the order whose invoice was authorised"),
      field("FailOrderId", "", "the order for which that failed"),
      field("AppId", "wx0123456789abcdef", "the account that asked"),
      field("Source", "web", "where it was done")),
  UPDATE_INVOICE_STATUS(
      "the state of an invoice changed",
      field("Status", "INVOICE_REIMBURSE_INIT", "INVOICE_REIMBURSE_… as the invoice stands"),
      CARD_ID,
      field("Code", "759733467744", "the invoice's code")),
  SUBMIT_INVOICE_TITLE(
      "somebody sent the title for an invoice",
      field("title", "Example Ltd", "the title"),
      field("tax_no", "", "the tax number"),
      field("addr", "", "the address"),
      field("phone", "", "the telephone number"),
      field("bank_type", "", "the bank"),
      field("bank_no", "", "the account at the bank"),
      field("attach", "", "what the merchant's link carried"),
      field("title_type", "InvoiceUserTitleBusinessType", "a company's or a person's")),
  CLOUD_INVOICE_INVOICERESULT_EVENT(
      "an invoice was made out",
      field("fpqqlsh", "4012340001", "the number of the request for it"),
      field("status", "0", "how it ended"),
      field("nsrsbh", "", "the seller's tax number"));

  private final String when;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<EventField> details;

  EventKind(String when, EventField... details) {
    this.when = when;
    this.details = List.of(details);
  }

  /** The name in the document's {@code Event}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What happened, as the rest of a sentence. */
  public String when() {
    return when;
  }

  /** Its own fields, beside those that every event has; the rare ones too. */
  public List<EventField> details() {
    return details;
  }

  /** The names of its own fields without the rare ones. */
  public List<String> fields() {
    return details.stream().filter(field -> !field.rare()).map(EventField::name).toList();
  }

  /** The kind with this name, in whatever case. */
  public static Optional<EventKind> named(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equalsIgnoreCase(wireName))
        .findFirst();
  }
}
