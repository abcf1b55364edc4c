package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Codes in people's hands: looked up, and changed by the merchant. */
public final class CodeService {
  /** The {@code end_time} of a card that has none. */
  private static final long NEVER = 0xffff_ffffL;

  /** A code on its way to somebody else keeps its text until it arrived or came back. */
  private static final Set<CodeStatus> RENAMEABLE =
      EnumSet.of(CodeStatus.NORMAL, CodeStatus.GIFT_TIMEOUT);

  private static final Set<CodeStatus> ENDABLE =
      EnumSet.of(CodeStatus.NORMAL, CodeStatus.GIFTING, CodeStatus.GIFT_TIMEOUT);

  private CodeService() {}

  /** {@code POST /card/code/get}: who holds a code, and whether it can be redeemed. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    // It is for the code of a phone that shows changing ones, which is not played here.
    input.flag("is_expire_dynamic_code", true);
    Code code = held(tx, input);
    if (input.flag("check_consume", true)) {
      checkRedeemable(tx, code);
    }
    ObjectNode answer = Json.object();
    ObjectNode card = answer.putObject("card");
    card.put("card_id", code.cardId());
    card.put("begin_time", code.beginTime());
    card.put("end_time", code.endTime() == null ? NEVER : code.endTime());
    card.put("code", code.code());
    answer.put("openid", code.openid());
    answer.put("can_consume", isRedeemable(tx, code));
    answer.put("user_card_status", statusNow(tx, code).name());
    if (code.outerStr() != null) {
      answer.put("outer_str", code.outerStr());
    }
    Membership.show(tx, code, answer);
    return answer;
  }

  /** {@code POST /card/code/decrypt}: the code in a link's {@code encrypt_code}. */
  public static ObjectNode decrypt(Transaction tx, CallInput input) {
    String code = EncryptedCode.decrypt(input.need("encrypt_code", 41011));
    return Json.object().put("code", code);
  }

  /** {@code POST /card/code/update}: gives a merchant's code another text, as after a gift. */
  public static ObjectNode update(Transaction tx, CallInput input) {
    Code code = held(tx, input);
    if (!code.merchant()) {
      throw new ApiException(
          40056, "the code is WeChat's own, and only cards with use_custom_code have others");
    }
    String text = input.need("new_code", 40110);
    CodeFormat.check("new_code", text);
    HeldCodes.demand(tx, code, RENAMEABLE);
    if (tx.codes().find(text, code.cardId()).isPresent()
        || tx.deposits().has(code.cardId(), text)) {
      throw new ApiException(40116, "the card has code " + text + " already");
    }
    tx.codes().rename(code, text, tx.now());
    tx.deposits().rename(code.cardId(), code.code(), text);
    TicketDetailService.rename(tx, code, text);
    return Json.object();
  }

  /** {@code POST /card/code/unavailable}: ends a code for good; nothing returns to the stock. */
  public static ObjectNode end(Transaction tx, CallInput input) {
    Code code = held(tx, input);
    // It is for the merchant's own records, no call gives it back.
    input.text("reason");
    HeldCodes.demand(tx, code, ENDABLE);
    tx.codes().setStatus(code, CodeStatus.UNAVAILABLE, tx.now());
    return Json.object();
  }

  /** Where a code stands now: time alone ends its period, and a gift that nobody accepts. */
  public static CodeStatus statusNow(Transaction tx, Code code) {
    return switch (code.status()) {
      case NORMAL -> code.isOver(tx.now()) ? CodeStatus.EXPIRE : CodeStatus.NORMAL;
      case GIFTING ->
          code.isOver(tx.now()) ? CodeStatus.EXPIRE : GiftService.statusUnderWay(tx, code);
      default -> code.status();
    };
  }

  private static boolean isRedeemable(Transaction tx, Code code) {
    return statusNow(tx, code) == CodeStatus.NORMAL && tx.now() >= code.beginTime();
  }

  /** Refuses a code that cannot be redeemed now. */
  static void checkRedeemable(Transaction tx, Code code) {
    if (code.status() == CodeStatus.CONSUMED) {
      throw new ApiException(
          40099, "the code was redeemed at " + Instant.ofEpochSecond(code.changed()));
    }
    if (!isRedeemable(tx, code)) {
      CodeStatus status = statusNow(tx, code);
      throw new ApiException(
          40127,
          status == CodeStatus.NORMAL
              ? "the code's period begins at " + Instant.ofEpochSecond(code.beginTime())
              : "the code's status is " + status);
    }
  }

  /** The code a call names. One of a merchant's making is found only together with its card. */
  public static Code held(Transaction tx, CallInput input) {
    String text = input.need("code", 41013);
    String cardId = input.text("card_id").orElse(null);
    Code code = cardId == null ? wechats(tx, text) : tx.codes().find(text, cardId).orElse(null);
    if (code == null || code.status() == CodeStatus.GIFT_SUCC) {
      throw new ApiException(40056, unknown(tx, text, cardId, code != null));
    }
    return code;
  }

  private static String unknown(Transaction tx, String text, String cardId, boolean gone) {
    if (cardId == null && !gone && !tx.codes().withText(text).isEmpty()) {
      return "the merchant made this code, so card_id must be given";
    }
    if (cardId != null && !gone && tx.deposits().has(cardId, text)) {
      return "the code is imported, but nobody has claimed it yet; checkcode lists such codes";
    }
    return "nobody holds this code" + (cardId == null ? "" : " of this card");
  }

  private static Code wechats(Transaction tx, String text) {
    return tx.codes().withText(text).stream()
        .filter(code -> !code.merchant())
        .findFirst()
        .orElse(null);
  }
}
