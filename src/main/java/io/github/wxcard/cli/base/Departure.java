package io.github.wxcard.cli.base;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives work the time to end in good order when the process is told to stop, by Ctrl-C or a signal.
 * Until it is closed the process waits for it, though not for long.
 */
final class Departure implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean underWay;

  /**
   * @param stop asks the work to end; called on another thread
   */
  Departure(Runnable stop) {
    hook =
        new Thread(
            () -> {
              underWay = true;
              stop.run();
              waitForTheEnd();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the process is about to end. */
  boolean underWay() {
    return underWay;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWayAlready) {
      return;
    }
  }

  private void waitForTheEnd() {
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
