package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A way to one host. No POST is sent twice, no redirect is followed. Safe for several threads. */
interface Link extends AutoCloseable {
  /** The way that fits the address: in the clear only where it says so. Nothing is sent yet. */
  static Link to(URI base, Environment environment, Duration callLimit) {
    return "http".equalsIgnoreCase(base.getScheme())
        ? new PlainConnections(base, callLimit)
        : SecureConnections.open(base, environment, callLimit);
  }

  /**
   * Sends a request; the whole answer is there in time, or a {@link
   * java.net.http.HttpTimeoutException} is thrown.
   *
   * @param limit from now to the answer's last byte
   * @param longest how many bytes the answer may have
   */
  Reply send(Outgoing request, Duration limit, int longest)
      throws IOException, InterruptedException;

  /** Lets go of every connection and thread. */
  @Override
  void close();

  /** Shorter than a whole call, so that a request which never left is known not to have. */
  static Duration connectLimit(Duration callLimit) {
    Duration longest = Duration.ofSeconds(10);
    Duration most = callLimit.multipliedBy(3).dividedBy(4);
    return most.compareTo(longest) < 0 ? most : longest;
  }
}
