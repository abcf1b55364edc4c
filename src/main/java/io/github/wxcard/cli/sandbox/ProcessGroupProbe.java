package io.github.wxcard.cli.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * An idle process of this one's process group, which a signal to the whole group ends. By that,
 * Ctrl-C on a terminal can be told from a signal to this process alone: no system says it.
 */
final class ProcessGroupProbe implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  /** Above it, an exit code is the number of the signal that ended a process. */
  private static final int SIGNALLED = 128;

  /** The signals to the group that have shown and not been asked about: they come in any order. */
  private final Set<Integer> shown = new HashSet<>();

  private Optional<Process> process;
  private int latest;
  private long since;

  ProcessGroupProbe() {
    start();
  }

  /**
   * Whether a signal that has just come was one to the whole group.
   *
   * @param arrival the {@link System#nanoTime} of it
   */
  boolean isHit(int signal, long arrival) {
    if (!shown.contains(signal)) {
      look();
    }
    if (shown.remove(signal)) {
      latest = signal;
      return true;
    }
    // Between two probes nothing can show; most likely somebody leans on the same key.
    return signal == latest && arrival - since < 0;
  }

  private void look() {
    if (process.isEmpty()) {
      return;
    }
    try {
      if (process.get().waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        shown.add(process.get().exitValue() - SIGNALLED);
        start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
