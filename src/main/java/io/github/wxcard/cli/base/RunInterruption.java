package io.github.wxcard.cli.base;

import io.github.wxcard.client.Cancellation;
import io.github.wxcard.scenario.ScenarioRunner.Interruption;
import java.time.Duration;

/**
 * Several steps and a clean-up. Told to stop, the step under way ends, and there are five seconds
 * for the clean-up.
 */
public final class RunInterruption implements Interruption {
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final GracefulShutdown shutdown;
  private final Cancellation cancellation;

  RunInterruption(GracefulShutdown shutdown, Cancellation cancellation) {
    this.shutdown = shutdown;
    this.cancellation = cancellation;
  }

  @Override
  public boolean requested() {
    return cancellation.requested();
  }

  @Override
  public boolean cleanUp() {
    cancellation.reset();
    return shutdown.nextStage();
  }
}
