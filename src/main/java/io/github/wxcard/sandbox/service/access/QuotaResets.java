package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Credentials;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.store.Tx;

/** Starting the daily counters of all calls anew: ten times a month, by whichever way. */
public final class QuotaResets {
  private static final Allowance RESETS = Allowance.monthly("quota_resets", 10);
  private static final int NONE_LEFT = 48006;

  private QuotaResets() {}

  /** {@code POST /cgi-bin/clear_quota} with {@code appid}. */
  public static ObjectNode clear(Tx tx, Input input) {
    Credentials.checkAppId(input.text("appid"));
    return reset(tx);
  }

  /** {@code POST /cgi-bin/clear_quota/v2}: the secret takes the place of a token. */
  public static ObjectNode clearBySecret(Tx tx, Input input) {
    Credentials.check(input.text("appid"), input.text("appsecret"), "appsecret");
    return reset(tx);
  }

  private static ObjectNode reset(Tx tx) {
    if (!RESETS.take(tx)) {
      throw new Refusal(NONE_LEFT, "the month's " + RESETS.most() + " resets are used up");
    }
    Faults.resetDaily(tx);
    return Json.object();
  }
}
