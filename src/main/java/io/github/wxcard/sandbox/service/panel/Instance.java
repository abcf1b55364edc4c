package io.github.wxcard.sandbox.service.panel;

import io.github.wxcard.sandbox.store.Tx;

/** The name of a state, made with the database and changed by a reset. */
public final class Instance {
  private Instance() {}

  /** The state's name. */
  public static String name(Tx tx) {
    return tx.settings().find("instance").orElseThrow();
  }
}
