package io.github.wxcard.sandbox.service.panel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.store.Controls;
import io.github.wxcard.sandbox.store.Tx;

/** Where events are pushed to, as the merchant sets it in the console of an account. */
public final class Callbacks {
  private Callbacks() {}

  /**
   * {@code GET /sandbox/callback}: url, mode and masked secrets; url is null when there is none.
   */
  public static ObjectNode show(Tx tx, Input input) {
    return tx.controls()
        .callback()
        .map(kept -> Callback.kept(kept).shown())
        .orElseGet(Callbacks::none);
  }

  /** {@code POST /sandbox/callback} with url, token, encodingAesKey and mode; url null ends it. */
  public static ObjectNode set(Tx tx, Input input) {
    if (input.body().path("url").isNull()) {
      return clear(tx, input);
    }
    Callback callback = Callback.of(input);
    Controls.setCallback(tx, callback.json());
    return callback.shown();
  }

  /** {@code DELETE /sandbox/callback}: what has not been delivered will not be. */
  public static ObjectNode clear(Tx tx, Input input) {
    Controls.clearCallback(tx);
    tx.events().abandon("the callback was removed");
    return none();
  }

  private static ObjectNode none() {
    return Json.object().putNull("url");
  }
}
