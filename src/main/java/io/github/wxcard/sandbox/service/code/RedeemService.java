package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.CodeTable.Redeemed;
import io.github.wxcard.sandbox.store.StatisticsTable;
import io.github.wxcard.sandbox.store.Transaction;

/** Redeeming a code, which cannot be undone. */
public record RedeemService(AccountPolicy policy) {
  /** {@code POST /card/code/consume}: redeems a code, once and for all; a member card's stays. */
  public ObjectNode consume(Transaction tx, CallInput input) {
    String text = input.need("code", 41013);
    Redeemed done =
        tx.codes()
            .redeem(text, input.text("card_id").orElse(null), tx.now())
            .orElseGet(() -> redeemAfterAll(tx, CodeService.held(tx, input)));
    EventOutbox.record(
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

  /** For the statistics, which find no trace of it in the code. */
  private static void note(Transaction tx, Code code) {
    ObjectNode redemption =
        Json.object().put("card_id", code.cardId()).put("openid", code.openid());
    String id = Long.toString(tx.documents().count(StatisticsTable.REDEMPTION));
    tx.documents().put(StatisticsTable.REDEMPTION, id, redemption, tx.now());
  }

  /**
   * Says what is against redemption, or redeems what the quick way leaves: member cards, and gifts
   * that nobody accepted in time.
   */
  private Redeemed redeemAfterAll(Transaction tx, Code code) {
    boolean member = CardService.existing(tx, code.cardId()).type().equals(Membership.TYPE);
    if (member && policy.strict()) {
      throw new ApiException(
          40071,
          "the card is a MEMBER_CARD, which is not redeemed but used; was another code meant?");
    }
    CodeService.checkRedeemable(tx, code);
    if (member) {
      note(tx, code);
      return new Redeemed(code.cardId(), code.openid(), code.outerStr());
    }
    tx.codes().setStatus(code, CodeStatus.NORMAL, tx.now());
    return tx.codes()
        .redeem(code.code(), code.cardId(), tx.now())
        .orElseThrow(
            () ->
                new ApiException(
                    72020, "the holder redeemed as many of this card as its use_limit allows"));
  }
}
