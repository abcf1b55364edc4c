package io.github.wxcard.client.redis;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question and its answer within a time limit that holds for all of it: looking a name up,
 * trying several addresses, and a server that answers a byte every second.
 */
final class BoundedCall {
  private BoundedCall() {}

  /**
   * @throws TimeoutException when there is no answer yet; the question is abandoned
   * @throws ExecutionException when it failed, for whatever reason
   */
  static <T> T within(Duration limit, Callable<T> question)
      throws TimeoutException, ExecutionException {
    FutureTask<T> answer = new FutureTask<>(question);
    Thread thread = new Thread(answer, "wxcard redis");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(Kind.INTERRUPTED, "interrupted while waiting for Redis", null);
    }
  }
}
