package io.github.wxcard.client;

/** Whether a call may be sent again when nobody knows if the first one arrived. */
public enum Repeat {
  /** Reads, and writes that leave the same state when done twice. */
  FREELY,
  /** Everything else: only a request that provably never left is sent again. */
  NEVER
}
