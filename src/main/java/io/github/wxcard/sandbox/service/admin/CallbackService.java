package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.SandboxSettings;
import io.github.wxcard.sandbox.store.Transaction;

/** Where events are pushed to, as the merchant sets it in the console of an account. */
public final class CallbackService {
  private CallbackService() {}

  /**
   * {@code GET /sandbox/callback}: url, mode and masked secrets; url is null when there is none.
   */
  public static ObjectNode show(Transaction tx, CallInput input) {
    return tx.sandboxSettings()
        .callback()
        .map(kept -> CallbackEndpoint.kept(kept).shown())
        .orElseGet(CallbackService::none);
  }

  /** {@code POST /sandbox/callback} with url, token, encodingAesKey and mode; url null ends it. */
  public static ObjectNode set(Transaction tx, CallInput input) {
    if (input.body().path("url").isNull()) {
      return clear(tx, input);
    }
    CallbackEndpoint callback = CallbackEndpoint.of(input);
    SandboxSettings.setCallback(tx, callback.json());
    return callback.shown();
  }

  /** {@code DELETE /sandbox/callback}: what has not been delivered will not be. */
  public static ObjectNode clear(Transaction tx, CallInput input) {
    SandboxSettings.clearCallback(tx);
    tx.events().abandon("the callback was removed");
    return none();
  }

  private static ObjectNode none() {
    return Json.object().putNull("url");
  }
}
