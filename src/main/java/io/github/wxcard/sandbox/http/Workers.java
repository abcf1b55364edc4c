package io.github.wxcard.sandbox.http;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read requests. A few do better than many, as nobody waits for the store; only
 * callers that send slowly keep one busy, and then more are made.
 */
final class Workers implements Executor, AutoCloseable {
  private static final int USUAL = 3;
  private static final int MOST = 128;
  private static final int MORE = 8;
  private static final long LOOK_MILLIS = 200;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          USUAL, USUAL, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::thread);
  private long doneBefore;
  private volatile ScheduledFuture<?> looking;

  Workers() {
    threads.setMaximumPoolSize(MOST);
    threads.allowCoreThreadTimeOut(true);
  }

  /** Has somebody look now and then whether all of them are stuck. */
  void growBy(ScheduledExecutorService timer) {
    looking =
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void close() {
    if (looking != null) {
      looking.cancel(false);
    }
    threads.shutdown();
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    long done = threads.getCompletedTaskCount();
    int size = threads.getCorePoolSize();
    if (!threads.getQueue().isEmpty() && done == doneBefore) {
      threads.setCorePoolSize(Math.min(MOST, size + MORE));
    } else if (size > USUAL && threads.getQueue().isEmpty()) {
      threads.setCorePoolSize(USUAL);
    }
    doneBefore = done;
  }
}
