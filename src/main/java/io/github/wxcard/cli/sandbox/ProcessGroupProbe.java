package io.github.wxcard.cli.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An idle process of this one's process group, which a signal to the whole group ends. By that,
 * Ctrl-C on a terminal can be told from a signal to this process alone: no system says it.
 */
final class ProcessGroupProbe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** Above it, an exit code is the number of the signal that ended a process. */
  private static final int SIGNALLED = 128;

  private Optional<Process> process;
  private long since;

  ProcessGroupProbe() {
    start();
  }

  /**
   * Whether the signal that has just come was one to the whole group.
   *
   * @param arrival the {@link System#nanoTime} of it
   */
  boolean isHit(long arrival) {
    if (process.isEmpty()) {
      return false;
    }
    // One that is older than the probe came in the wake of one that has ended the probe before.
    boolean hit = arrival - since < 0 || hasEnded(process.get());
    if (hit && !process.get().isAlive()) {
      start();
    }
    return hit;
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() > SIGNALLED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** It waits for input that never comes, and ends with this process at the latest. */
  private void start() {
    try {
      process =
          Optional.of(
              new ProcessBuilder("cat")
                  .redirectOutput(Redirect.DISCARD)
                  .redirectError(Redirect.DISCARD)
                  .start());
    } catch (IOException noSuchProgram) {
      process = Optional.empty();
    }
    since = System.nanoTime();
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }
}
