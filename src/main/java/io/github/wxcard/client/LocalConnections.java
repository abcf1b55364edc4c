package io.github.wxcard.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections to this machine for calls by the thousand. There the JDK's client, which hands every
 * request to a thread of its own, takes longer than the server; over a network nobody would notice.
 * Each caller's thread writes and reads for itself. No TLS and no proxy: see {@link Connections}.
 */
final class LocalConnections implements Link {
  private final URI base;
  private final Duration connectLimit;
  private final Watch watch = new Watch(Thread.currentThread().getThreadGroup());
  private final ConcurrentLinkedDeque<LocalConnection> idle = new ConcurrentLinkedDeque<>();

  LocalConnections(URI base, Duration callLimit) {
    this.base = base;
    this.connectLimit = Link.connectLimit(callLimit);
  }

  @Override
  public Reply send(Outgoing request, Duration limit, int longest)
      throws IOException, InterruptedException {
    return watch.within(limit, () -> exchange(request, longest));
  }

  private Reply exchange(Outgoing request, int longest) throws IOException, InterruptedException {
    LocalConnection connection = null;
    try {
      connection = take();
      Reply reply = connection.exchange(request, longest);
      if (connection.reusable()) {
        idle.push(connection);
      } else {
        connection.close();
      }
      return reply;
    } catch (IOException e) {
      if (connection != null) {
        connection.abort();
      }
      // An interrupt closes the connection that its thread works on.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private LocalConnection take() throws IOException {
    for (LocalConnection rested = idle.poll(); rested != null; rested = idle.poll()) {
      if (rested.usable()) {
        return rested;
      }
      rested.close();
    }
    return LocalConnection.open(base, connectLimit);
  }

  @Override
  public void close() {
    watch.close();
    idle.forEach(LocalConnection::close);
    idle.clear();
  }
}
