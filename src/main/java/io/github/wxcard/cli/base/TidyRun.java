package io.github.wxcard.cli.base;

import io.github.wxcard.client.Cancellation;
import java.time.Duration;

/**
 * Several steps and a clean-up. Told to stop, the step under way ends, and there are five seconds
 * for the clean-up.
 */
public final class TidyRun implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GracefulShutdown shutdown;
  private final Cancellation cancellation;
  private final Runnable afterwards;
  private boolean interrupted;

  TidyRun(GracefulShutdown shutdown, Cancellation cancellation, Runnable afterwards) {
    this.shutdown = shutdown;
    this.cancellation = cancellation;
    this.afterwards = afterwards;
  }

  /** Whether it has been told to stop. */
  public boolean interrupted() {
    return interrupted || cancellation.requested();
  }

  /** The steps are over, and the clean-up begins; false when there is no time left for it. */
  public boolean cleanUp() {
    if (!interrupted()) {
      return true;
    }
    interrupted = true;
    cancellation.reset();
    return shutdown.nextStage();
  }

  @Override
  public void close() {
    shutdown.close();
    afterwards.run();
  }
}
