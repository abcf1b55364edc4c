package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Codes;
import io.github.wxcard.client.Reconciliation;

public final class VoidTask extends IrreversibleTask {
  private final Codes codes;
  private final String reason;

  /**
   * @param reason for the merchant's records, or null
   */
  public VoidTask(Codes codes, String reason) {
    super(codes, Reconciliation.MADE_VOID);
    this.codes = codes;
    this.reason = reason;
  }

  @Override
  public String command() {
    return "code void";
  }

  @Override
  void send(InputLine line, ObjectNode row) {
    codes.voidOnce(line.code(), line.cardId(), reason);
    row.put("card_id", line.cardId()).putNull("openid");
  }
}
