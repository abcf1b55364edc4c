package io.github.wxcard.batch;

/** What to do about the journal of an earlier run over the same input. */
public enum Start {
  /** Begin; refuse when the earlier run left something open. */
  AFRESH,
  /** Go on where it ended. */
  RESUME,
  /** Forget it. */
  RESTART
}
