package io.github.wxcard.server;

import java.net.InetAddress;

/** What one connection takes of the listener's limits; of the listener's thread. */
final class ConnectionUsage {
  private final InetAddress peer;
  private final IdleTimeout idle;
  private final ConnectionRegistry registry;
  private int unanswered;

  ConnectionUsage(InetAddress peer, IdleTimeout idle, ConnectionRegistry registry) {
    this.peer = peer;
    this.idle = idle;
    this.registry = registry;
  }

  InetAddress peer() {
    return peer;
  }

  boolean isIdle(long now) {
    return idle.isOver(now);
  }

  long waitingSince() {
    return idle.waitingSince();
  }

  /** How many bytes of requests are held for it. */
  int unanswered() {
    return unanswered;
  }

  void hold(int bytes) {
    unanswered += bytes;
    registry.held(bytes);
  }

  void release() {
    registry.released(unanswered);
    unanswered = 0;
  }
}
