package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.store.TokenTable.Token;
import io.github.wxcard.sandbox.store.Tx;
import java.util.Optional;

/** Access tokens: who may call, and for how long. */
public final class Tokens {
  private static final int MISSING = 41001;
  private static final int GARBAGE = 40014;
  private static final int REPLACED = 40001;
  private static final int EXPIRED = 42001;

  private Tokens() {}

  /** Refuses a call whose access token is absent, unknown, replaced or past its end. */
  public static void check(Tx tx, Input input) {
    String value =
        input
            .query("access_token")
            .orElseThrow(() -> new Refusal(MISSING, "the address has no access_token"));
    Optional<Token> known = tx.tokens().find(value);
    Token token =
        known.orElseThrow(() -> new Refusal(GARBAGE, "the access_token is not from here"));
    if (tx.now() >= token.expires()) {
      throw new Refusal(EXPIRED, "the access_token ended at " + token.expires());
    }
    if (tx.now() >= token.usable()) {
      throw new Refusal(REPLACED, "a newer token took its place, at " + token.usable());
    }
  }
}
