package io.github.wxcard.server;

import java.time.Duration;

/** How long a caller is waited for; of the listener's thread. */
final class IdleTimeout {
  private static final long IDLE_NANOS = Duration.ofMinutes(5).toNanos();

  private final long nanos;
  private long since = System.nanoTime();
  private long limit;
  private boolean last;

  /**
   * @param limit for a caller in the middle of a request or an answer
   */
  IdleTimeout(Duration limit) {
    this.nanos = limit.toNanos();
    this.limit = nanos;
  }

  /** The caller must go on with a request, or read its answer. */
  void begin() {
    if (!last && limit >= 0) {
      set(nanos);
    }
  }

  /** It is not the caller who is waited for. */
  void pause() {
    limit = -1;
  }

  /** The caller has its answer and must read it. */
  void answered() {
    set(nanos);
  }

  /** The caller may ask again, or not. */
  void rest() {
    set(IDLE_NANOS);
  }

  /** From here on, nothing the caller does buys it more time. */
  void end() {
    set(nanos);
    last = true;
  }

  boolean isOver(long now) {
    return limit >= 0 && now - since > limit;
  }

  private void set(long newLimit) {
    since = System.nanoTime();
    limit = newLimit;
  }
}
