package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Codes;
import io.github.wxcard.client.Codes.Redeemed;
import io.github.wxcard.client.Reconciliation;

public final class RedeemTask extends IrreversibleTask {
  private final Codes codes;

  public RedeemTask(Codes codes) {
    super(codes, Reconciliation.REDEEMED);
    this.codes = codes;
  }

  @Override
  public String command() {
    return "consume";
  }

  @Override
  void send(InputLine line, ObjectNode row) {
    Redeemed redeemed = codes.consumeOnce(line.code(), line.cardId());
    row.put("card_id", redeemed.cardId()).put("openid", redeemed.openid());
  }
}
