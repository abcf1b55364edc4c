package io.github.wxcard.server;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Brings answers from other threads to the listener's, all that are ready in one go. */
final class ResponseQueue {
  private final EventLoop loop;
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  ResponseQueue(EventLoop loop) {
    this.loop = loop;
  }

  private record Entry(Connection connection, Response response) {}

  /** Takes an answer; another thread than the listener's must {@link #flush} in the end. */
  void add(Connection connection, Response response) {
    if (loop.inEventLoop()) {
      finish(connection, response);
    } else {
      entries.add(new Entry(connection, response));
    }
  }

  /** Wakes the listener's thread for what has gathered. */
  void flush() {
    if (!entries.isEmpty()) {
      try {
        loop.execute(this::send);
      } catch (RejectedExecutionException e) {
        // The listener is closed, and its callers with it.
      }
    }
  }

  private void send() {
    for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
      finish(entry.connection(), entry.response());
    }
  }

  private void finish(Connection connection, Response response) {
    long delay = response.effect().delayMillis();
    if (delay > 0) {
      var unused = loop.schedule(() -> connection.finish(response), delay, TimeUnit.MILLISECONDS);
    } else {
      connection.finish(response);
    }
  }
}
