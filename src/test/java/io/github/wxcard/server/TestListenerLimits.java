package io.github.wxcard.server;

import java.time.Duration;

/** TestListenerLimits of which a test cares for one or two. */
final class TestListenerLimits {
  private TestListenerLimits() {}

  static Listener.CallerLimits of(Duration idle) {
    return new Listener.CallerLimits(1 << 20, idle, Duration.ofMinutes(1), 100, 200, 10 << 20);
  }
}
