package io.github.wxcard.cli.base;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gives work the time to end in good order when the process is told to stop, by Ctrl-C or a signal.
 * Until it is closed the process waits for it, though not for long.
 */
final class Departure implements AutoCloseable {
  private static final long SILENT_MILLIS = 500;
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private final Consumer<String> said;
  private final String goingOn;
  private volatile boolean underWay;

  /**
   * @param stop asks the work to end; called on another thread
   * @param said told what is waited for, and when that was in vain
   * @param goingOn how to go on after that
   */
  Departure(Runnable stop, Consumer<String> said, String goingOn) {
    this.said = said;
    this.goingOn = goingOn;
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
      if (ended.await(SILENT_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      said.accept("waiting up to " + PATIENCE_SECONDS + " s for the calls under way");
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        said.accept(("interrupted before their answers came. " + goingOn).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
