package io.github.wxcard.sandbox.http;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;

/** Brings answers from other threads to the loop, all that are ready in one go. */
final class Mailbox {
  private final EventLoop loop;
  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

  Mailbox(EventLoop loop) {
    this.loop = loop;
  }

  private record Letter(Connection to, Answer answer) {}

  /** Takes an answer; another thread than the loop's must {@link #deliver} in the end. */
  void put(Connection to, Answer answer) {
    if (loop.inEventLoop()) {
      to.finish(answer);
    } else {
      letters.add(new Letter(to, answer));
    }
  }

  /** Wakes the loop for what has gathered. */
  void deliver() {
    if (!letters.isEmpty()) {
      try {
        loop.execute(this::handOut);
      } catch (RejectedExecutionException e) {
        // The server is closed, and its callers with it.
      }
    }
  }

  private void handOut() {
    for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
      letter.to().finish(letter.answer());
    }
  }
}
