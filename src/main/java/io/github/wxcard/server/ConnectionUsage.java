package io.github.wxcard.server;

import java.net.InetAddress;
import java.time.Duration;

/** What one caller takes of the listener's limits, in time and bytes; of the listener's thread. */
final class ConnectionUsage {
  private static final long BETWEEN_REQUESTS = Duration.ofMinutes(5).toNanos();

  private final InetAddress peer;
  private final ConnectionRegistry registry;
  private final long idle;
  private final long request;
  private long since = System.nanoTime();
  private long limit;
  private long begun = since;
  private boolean reading = true;
  private boolean last;
  private int unanswered;

  ConnectionUsage(InetAddress peer, ConnectionRegistry registry, Listener.CallerLimits limits) {
    this.peer = peer;
    this.registry = registry;
    this.idle = limits.idle().toNanos();
    this.request = limits.request().toNanos();
    this.limit = idle;
  }

  InetAddress peer() {
    return peer;
  }

  /** Something has come of a request. */
  void received(int bytes) {
    if (last) {
      return;
    }
    unanswered += bytes;
    if (limit >= 0) {
      set(idle);
      if (!reading) {
        reading = true;
        begun = since;
      }
    }
    registry.held(bytes);
  }

  /** How many bytes of requests are held for it. */
  int unanswered() {
    return unanswered;
  }

  void release() {
    registry.released(unanswered);
    unanswered = 0;
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
    release();
    set(BETWEEN_REQUESTS);
  }

  /** From here on, nothing the caller does buys it more time. */
  void end() {
    release();
    set(idle);
    last = true;
  }

  boolean isIdle(long now) {
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
