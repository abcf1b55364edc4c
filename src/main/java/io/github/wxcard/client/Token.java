package io.github.wxcard.client;

import java.time.Instant;

/**
 * An access token.
 *
 * @param kind {@code stable} or {@code classic}, after the call it came from
 * @param cached whether it was stored already
 */
public record Token(String value, String kind, Instant expiresAt, boolean cached) {
  /** Without the value. */
  @Override
  public String toString() {
    return "Token[" + kind + " until " + expiresAt + "]";
  }
}
