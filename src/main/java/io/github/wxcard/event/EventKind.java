package io.github.wxcard.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The card events that WeChat pushes, each with its own fields in the order of the documentation.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Vouchers-and-Cards-Event-Push-Messages.html">WeChat's
 *     page</a>
 */
public enum EventKind {
  CARD_PASS_CHECK("CardId", "RefuseReason"),
  CARD_NOT_PASS_CHECK("CardId", "RefuseReason"),
  USER_GET_CARD(
      "CardId",
      "IsGiveByFriend",
      "UserCardCode",
      "FriendUserName",
      "OuterId",
      "OldUserCardCode",
      "OuterStr",
      "IsRestoreMemberCard",
      "IsRecommendByFriend"),
  USER_GIFTING_CARD("CardId", "UserCardCode", "IsReturnBack", "FriendUserName", "IsChatRoom"),
  USER_DEL_CARD("CardId", "UserCardCode"),
  USER_CONSUME_CARD(
      "CardId",
      "UserCardCode",
      "ConsumeSource",
      "LocationName",
      "StaffOpenId",
      "VerifyCode",
      "RemarkAmount",
      "OuterStr"),
  USER_PAY_FROM_PAY_CELL("CardId", "UserCardCode", "TransId", "LocationId", "Fee", "OriginalFee"),
  USER_VIEW_CARD("CardId", "UserCardCode", "OuterStr"),
  USER_ENTER_SESSION_FROM_CARD("CardId", "UserCardCode"),
  UPDATE_MEMBER_CARD("CardId", "UserCardCode", "ModifyBonus", "ModifyBalance"),
  CARD_SKU_REMIND("CardId", "Detail"),
  CARD_PAY_ORDER(
      "OrderId",
      "Status",
      "CreateOrderTime",
      "PayFinishTime",
      "Desc",
      "FreeCoinCount",
      "PayCoinCount",
      "RefundFreeCoinCount",
      "RefundPayCoinCount",
      "OrderType",
      "Memo",
      "ReceiptInfo"),
  SUBMIT_MEMBERCARD_USER_INFO("CardId", "UserCardCode"),
  GIFTCARD_PAY_DONE("PageId", "OrderId"),
  GIFTCARD_SEND_TO_FRIEND("PageId", "OrderId", "IsChatRoom", "IsReturnBack"),
  GIFTCARD_USER_ACCEPT("PageId", "OrderId", "IsChatRoom");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> fields;

  EventKind(String... fields) {
    this.fields = List.of(fields);
  }

  /** The name in the document's {@code Event}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of its own fields, beside those that every event has. */
  public List<String> fields() {
    return fields;
  }

  /** The kind with this name, in whatever case. */
  public static Optional<EventKind> named(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equalsIgnoreCase(wireName))
        .findFirst();
  }
}
