package io.github.wxcard.error;

/** What a client may do by itself after an error code. */
public enum RetryRule {
  /** A fault of the caller or of the state: repeating gives the same answer. */
  NO,
  /** The token is the fault: fetch a new one once, then repeat once. */
  TOKEN,
  /** Wait a moment and repeat, at most three times, where repeating is harmless. */
  BACKOFF,
  /** Not now: a quota, a frequency limit or a waiting period must pass first. */
  LATER;

  /** Whether the same call may succeed without anything being changed first. */
  public boolean worthRepeating() {
    return this != NO;
  }
}
