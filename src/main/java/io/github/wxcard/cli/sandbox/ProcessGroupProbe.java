package io.github.wxcard.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An idle process of this one's process group, which a signal to the whole group ends. By that,
 * Ctrl-C on a terminal can be told from a signal to this process alone: no system says it.
 */
final class ProcessGroupProbe implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  /** So much later a signal may be told of than it came, where many programs run. */
  private static final Duration DELAY = Duration.ofSeconds(1);

  /** Far longer than a process needs to end that has been sent a signal. */
  private static final Duration DYING = Duration.ofSeconds(30);

  /** In what Linux says of a process: it has been sent a signal, or has ended. */
  private static final Pattern STRUCK =
      Pattern.compile("(?:SigPnd|ShdPnd):\\s*0*[1-9a-f].*|State:\\s*[ZX].*");

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
    return signal == latest && arrival - since < DELAY.toNanos();
  }

  private void look() {
    if (process.isEmpty()) {
      return;
    }
    try {
      if (ends(process.get())) {
        shown.add(process.get().exitValue() - SIGNALLED);
        start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ends(Process process) throws InterruptedException {
    return process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        || (isStruck(process) && process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Where many programs run, one that a signal has ended may get to its end much later. */
  private static boolean isStruck(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines.anyMatch(line -> STRUCK.matcher(line).matches());
    } catch (IOException | UncheckedIOException notLinuxOrGone) {
      return Files.exists(Path.of("/proc/self/status"));
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
