package io.github.wxcard.event;

/**
 * A field of an event.
 *
 * @param name as in {@code UserCardCode}
 * @param sample what it may hold; empty where it usually does
 * @param rare whether most events of the kind come without it
 * @param meaning a few words
 */
public record EventField(String name, String sample, boolean rare, String meaning) {
  static final EventField CARD_ID =
      field("CardId", "pFS7Fjg8kV1IdDz01r4SQwMkuCKc", "the card's card_id");
  static final EventField CODE = field("UserCardCode", "759733467744", "the card's code");
  static final EventField OUTER_STR =
      field("OuterStr", "", "the channel named by the QR code or by addCard");
  static final EventField OUTER_ID =
      field("OuterId", "0", "the channel as a number; 0 when only OuterStr was used");
  static final EventField PAGE_ID =
      field(
          "PageId",
          "b3BlbnBsYXRmb3JtX2dpZnRjYXJkX3BhZ2VfMDAwMQ==",
          "the page that sold the gift card");
  static final EventField ORDER_ID = field("OrderId", "4012340001", "the order");
  static final EventField IN_GROUP =
      field("IsChatRoom", "0", "1 when it was sent to a group of people");
  static final EventField RETURNED =
      field("IsReturnBack", "0", "1 when the gift came back, as nobody accepted it");
  static final EventField GIFT_IN_GROUP =
      field("IsChatRoom", "false", "true when it was sent to a group of people");
  static final EventField GIFT_RETURNED =
      field("IsReturnBack", "false", "true when the gift came back, as nobody accepted it");
  static final EventField SHOP_NAME =
      field("LocationName", "", "the shop, when the holder redeemed it or paid with it");
  static final EventField SHOP = field("LocationId", "0", "the shop; 0 when none was chosen");
  static final EventField PAYMENT =
      field("TransId", "1000007400201512310000000001", "the order of WeChat Pay");
  static final EventField PAID = field("Fee", "9000", "what was paid, in fen");
  static final EventField DUE = field("OriginalFee", "10000", "what was due, in fen");

  static EventField field(String name, String sample, String meaning) {
    return new EventField(name, sample, false, meaning);
  }

  static EventField rare(String name, String meaning) {
    return new EventField(name, "", true, meaning);
  }

  /** Whether it holds {@code true} or {@code false}, where others of its name hold 1 or 0. */
  boolean isFlag() {
    return sample.equals("true") || sample.equals("false");
  }

  /** The same field where it seldom comes. */
  EventField seldom() {
    return new EventField(name, sample, true, meaning);
  }
}
