package io.github.wxcard.client;

import java.time.Instant;

/** A ticket to sign with: the card ticket, or the one for page config. */
public record Ticket(String value, Instant expiresAt, boolean cached) {
  /** Without the value. */
  @Override
  public String toString() {
    return "Ticket[until " + expiresAt + "]";
  }
}
