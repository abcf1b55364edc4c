package io.github.wxcard.client;

/** Whether a call may be sent again when nobody knows if the first one arrived. */
public enum Idempotency {
  /** Reads, and writes that leave the same state when done twice. */
  IDEMPOTENT,
  /** Everything else: only a request that provably never left is sent again. */
  NOT_IDEMPOTENT
}
