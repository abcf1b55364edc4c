package io.github.wxcard.server;

import java.time.Duration;

/** How long a caller is waited for; of the listener's thread. */
final class IdleTimeout {
  private static final long BETWEEN_REQUESTS = Duration.ofMinutes(5).toNanos();

  private final long idle;
  private final long request;
  private long since = System.nanoTime();
  private long limit;
  private long begun = since;
  private boolean reading = true;
  private boolean last;

  IdleTimeout(ListenerLimits limits) {
    this.idle = limits.idle().toNanos();
    this.request = limits.request().toNanos();
    this.limit = idle;
  }

  /** Something has come of a request. */
  void received() {
    if (last || limit < 0) {
      return;
    }
    set(idle);
    if (!reading) {
      reading = true;
      begun = since;
    }
  }

  /** It is not the caller who is waited for. */
  void pause() {
    limit = -1;
    reading = false;
  }

  /** The caller has its answer and must read it. */
  void answered() {
    set(idle);
  }

  /** The caller may ask again, or not. */
  void rest() {
    set(BETWEEN_REQUESTS);
  }

  /** From here on, nothing the caller does buys it more time. */
  void end() {
    set(idle);
    last = true;
  }

  boolean isOver(long now) {
    return limit >= 0 && (now - since > limit || (reading && now - begun > request));
  }

  /** Since when the caller has been waited for, whatever it dripped meanwhile. */
  long waitingSince() {
    return reading ? begun : since;
  }

  private void set(long newLimit) {
    since = System.nanoTime();
    limit = newLimit;
  }
}
