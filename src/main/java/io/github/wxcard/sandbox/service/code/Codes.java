package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptCode;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Outbox;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CodeStatus;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.Redeemed;
import io.github.wxcard.sandbox.store.Tx;
import java.time.Instant;

/** Codes in people's hands: looked up and redeemed. */
public final class Codes {
  private static final int CONSUMED = 40099;
  private static final int NOT_REDEEMABLE = 40127;

  private Codes() {}

  /** {@code POST /card/code/get}: who holds a code, and whether it can be redeemed. */
  public static ObjectNode get(Tx tx, Input input) {
    Code code = held(tx, input);
    if (input.flag("check_consume", true)) {
      checkRedeemable(tx, code);
    }
    ObjectNode answer = Json.object();
    ObjectNode card = answer.putObject("card");
    card.put("card_id", code.cardId());
    card.put("begin_time", code.beginTime());
    if (code.endTime() != null) {
      card.put("end_time", code.endTime());
    }
    answer.put("openid", code.openid());
    answer.put("can_consume", isRedeemable(tx, code));
    answer.put("user_card_status", statusNow(tx, code).name());
    if (code.outerStr() != null) {
      answer.put("outer_str", code.outerStr());
    }
    Membership.show(tx, code, answer);
    return answer;
  }

  /** {@code POST /card/code/consume}: redeems a code, once and for all. */
  public static ObjectNode consume(Tx tx, Input input) {
    String text = input.need("code", 41013);
    Redeemed done =
        tx.codes()
            .redeem(text, input.text("card_id").orElse(null), tx.now())
            .orElseGet(() -> redeemAfterAll(tx, held(tx, input)));
    Outbox.record(
        tx,
        EventKind.USER_CONSUME_CARD,
        done.openid(),
        done.cardId(),
        "UserCardCode",
        text,
        "ConsumeSource",
        "FROM_API",
        "OuterStr",
        done.outerStr() == null ? "" : done.outerStr());
    ObjectNode answer = Json.object();
    answer.putObject("card").put("card_id", done.cardId());
    answer.put("openid", done.openid());
    return answer;
  }

  /** Says what is against redeeming, or redeems a gift that nobody accepted in time. */
  private static Redeemed redeemAfterAll(Tx tx, Code code) {
    checkRedeemable(tx, code);
    tx.codes().setStatus(code, CodeStatus.NORMAL, tx.now());
    return tx.codes()
        .redeem(code.code(), code.cardId(), tx.now())
        .orElseThrow(
            () ->
                new Refusal(
                    72020, "the holder redeemed as many of this card as its use_limit allows"));
  }

  /** {@code POST /card/code/decrypt}: the code in a link's {@code encrypt_code}. */
  public static ObjectNode decrypt(Tx tx, Input input) {
    String code = EncryptCode.decrypt(input.need("encrypt_code", 41011));
    return Json.object().put("code", code);
  }

  /** Where a code stands now: time alone ends its period, and a gift that nobody accepts. */
  public static CodeStatus statusNow(Tx tx, Code code) {
    boolean over = code.endTime() != null && tx.now() > code.endTime();
    return switch (code.status()) {
      case NORMAL -> over ? CodeStatus.EXPIRE : CodeStatus.NORMAL;
      case GIFTING -> over ? CodeStatus.EXPIRE : Gifts.statusUnderWay(tx, code);
      default -> code.status();
    };
  }

  private static boolean isRedeemable(Tx tx, Code code) {
    return statusNow(tx, code) == CodeStatus.NORMAL && tx.now() >= code.beginTime();
  }

  private static void checkRedeemable(Tx tx, Code code) {
    if (code.status() == CodeStatus.CONSUMED) {
      throw new Refusal(
          CONSUMED, "the code was redeemed at " + Instant.ofEpochSecond(code.changed()));
    }
    if (!isRedeemable(tx, code)) {
      CodeStatus status = statusNow(tx, code);
      throw new Refusal(
          NOT_REDEEMABLE,
          status == CodeStatus.NORMAL
              ? "the code's period begins at " + Instant.ofEpochSecond(code.beginTime())
              : "the code's status is " + status);
    }
  }

  /** The code a call names. One of a merchant's making is found only together with its card. */
  public static Code held(Tx tx, Input input) {
    String text = input.need("code", 41013);
    String cardId = input.text("card_id").orElse(null);
    Code code = cardId == null ? wechats(tx, text) : tx.codes().find(text, cardId).orElse(null);
    if (code == null || code.status() == CodeStatus.GIFT_SUCC) {
      throw new Refusal(
          40056,
          cardId == null && code == null && !tx.codes().withText(text).isEmpty()
              ? "the merchant made this code, so card_id must be given"
              : "nobody holds this code" + (cardId == null ? "" : " of this card"));
    }
    return code;
  }

  private static Code wechats(Tx tx, String text) {
    return tx.codes().withText(text).stream()
        .filter(code -> !code.merchant())
        .findFirst()
        .orElse(null);
  }
}
