package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.EnumSet;
import java.util.Set;

/** What a merchant changes about codes that somebody holds. */
public final class CodeUpdateService {
  /** A code on its way to somebody else keeps its text until it arrived or came back. */
  private static final Set<CodeStatus> RENAMEABLE =
      EnumSet.of(CodeStatus.NORMAL, CodeStatus.GIFT_TIMEOUT);

  private static final Set<CodeStatus> ENDABLE =
      EnumSet.of(CodeStatus.NORMAL, CodeStatus.GIFTING, CodeStatus.GIFT_TIMEOUT);

  private CodeUpdateService() {}

  /** {@code POST /card/code/update}: gives a merchant's code another text, as after a gift. */
  public static ObjectNode update(Transaction tx, CallInput input) {
    Code code = CodeService.held(tx, input);
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
    Code code = CodeService.held(tx, input);
    // It is for the merchant's own records, no call gives it back.
    input.text("reason");
    HeldCodes.demand(tx, code, ENDABLE);
    tx.codes().setStatus(code, CodeStatus.UNAVAILABLE, tx.now());
    return Json.object();
  }
}
