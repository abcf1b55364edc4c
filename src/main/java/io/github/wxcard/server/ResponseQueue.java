package io.github.wxcard.server;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;

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
      connection.finish(response);
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
      entry.connection().finish(entry.response());
    }
  }
}
