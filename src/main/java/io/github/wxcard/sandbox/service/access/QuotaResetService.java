package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.AppCredentials;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;

/** Starting the daily counters of all calls anew: ten times a month, by whichever way. */
public final class QuotaResetService {
  private static final CallQuota RESETS = CallQuota.monthly("quota_resets", 10);
  private static final int NONE_LEFT = 48006;

  private QuotaResetService() {}

  /** {@code POST /cgi-bin/clear_quota} with {@code appid}. */
  public static ObjectNode clear(Transaction tx, CallInput input) {
    AppCredentials.checkAppId(input.text("appid"));
    return reset(tx);
  }

  /** {@code POST /cgi-bin/clear_quota/v2}: the secret takes the place of a token. */
  public static ObjectNode clearBySecret(Transaction tx, CallInput input) {
    AppCredentials.check(input.text("appid"), input.text("appsecret"), "appsecret");
    return reset(tx);
  }

  private static ObjectNode reset(Transaction tx) {
    if (!RESETS.take(tx)) {
      throw new ApiException(NONE_LEFT, "the month's " + RESETS.most() + " resets are used up");
    }
    FaultService.resetDaily(tx);
    return Json.object();
  }
}
