package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.GiftService;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.EnumSet;
import java.util.Set;

/** What somebody does with a card in the wallet. */
public final class HeldCardService {
  /**
   * A redeemed code must go on saying so to whoever redeems it again, and one that the merchant
   * ended stays ended; both stay in the wallet.
   */
  private static final Set<CodeStatus> REMOVABLE =
      EnumSet.of(CodeStatus.NORMAL, CodeStatus.EXPIRE, CodeStatus.GIFTING, CodeStatus.GIFT_TIMEOUT);

  private static final Set<CodeStatus> VISIBLE =
      EnumSet.complementOf(EnumSet.of(CodeStatus.DELETE, CodeStatus.GIFT_SUCC));

  private HeldCardService() {}

  /**
   * {@code POST /sandbox/remove}: throws a card away, and the gift that it may be on its way as.
   */
  public static ObjectNode remove(Transaction tx, CallInput input) {
    Code code = HeldCodes.of(tx, input, "user");
    HeldCodes.demand(tx, code, REMOVABLE);
    GiftService.withdraw(tx, code);
    tx.codes().setStatus(code, CodeStatus.DELETE, tx.now());
    EventOutbox.record(tx, EventKind.USER_DEL_CARD, code);
    return HeldCodes.shown(tx, HeldCodes.again(tx, code));
  }

  /** {@code POST /sandbox/view}: looks at a card, of which the merchant may want to hear. */
  public static ObjectNode view(Transaction tx, CallInput input) {
    Code code = HeldCodes.of(tx, input, "user");
    HeldCodes.demand(tx, code, VISIBLE);
    tx.cards().addView(code.cardId(), code.openid(), tx.now());
    boolean told = HeldCodes.baseInfo(tx, code).path("need_push_on_view").asBoolean(false);
    if (told && CardService.existing(tx, code.cardId()).type().equals(Membership.TYPE)) {
      EventOutbox.record(tx, EventKind.USER_VIEW_CARD, code);
    }
    return HeldCodes.shown(tx, code);
  }

  /**
   * {@code POST /sandbox/open}: follows the link that {@code entry} names: custom, promotion or
   * center.
   */
  public static ObjectNode open(Transaction tx, CallInput input) {
    Code code = HeldCodes.of(tx, input, "user");
    CardEntry entry = CardEntry.named(input.text("entry").orElse("custom"));
    // The button in the centre is there only as long as the card can be redeemed.
    HeldCodes.demand(tx, code, entry == CardEntry.CENTER ? EnumSet.of(CodeStatus.NORMAL) : VISIBLE);
    String url = entry.url(HeldCodes.baseInfo(tx, code));
    Card card = CardService.existing(tx, code.cardId());
    return HeldCodes.shown(tx, code).put("url", CardEntry.link(url, card, code));
  }
}
