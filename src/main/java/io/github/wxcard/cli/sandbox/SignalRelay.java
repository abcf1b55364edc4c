package io.github.wxcard.cli.sandbox;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.utils.Signals;

/**
 * Sees that a command gets each signal once, and that this process outlives it: from the beginning
 * to the end of the relay no signal ends this process. One to the whole process group, such as
 * Ctrl-C on a terminal, has reached the command by itself; one to this process alone is passed on.
 */
final class SignalRelay implements AutoCloseable {
  private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

  /** What is passed on, with its number. */
  private static final Map<String, Integer> SIGNALS =
      Map.of("HUP", 1, "INT", 2, "TERM", 15, "USR1", LINUX ? 10 : 30, "USR2", LINUX ? 12 : 31);

  /** Within this time the same signal is the same one, sent to the process and to its group. */
  private static final Duration ONE_SIGNAL = Duration.ofMillis(300);

  private static final int SIGNALLED = 128;

  private final Map<String, Object> before = new HashMap<>();
  private final Map<String, Long> latest = new HashMap<>();
  private final ProcessGroupProbe probe = new ProcessGroupProbe();
  private OptionalInt early = OptionalInt.empty();
  private Process command;
  private long started;

  SignalRelay() {
    SIGNALS.keySet().forEach(this::take);
  }

  /** How a command starts. */
  interface ProcessStarter {
    Process start() throws IOException;
  }

  /** The exit code when a signal came that leaves nothing to be started. */
  synchronized OptionalInt endedEarly() {
    return early;
  }

  /** Starts the command, unless a signal has come already; then {@link #endedEarly} tells. */
  synchronized Optional<Process> begin(ProcessStarter start) throws IOException {
    if (early.isEmpty()) {
      command = start.start();
      started = System.nanoTime();
    }
    return Optional.ofNullable(command);
  }

  private void take(String signal) {
    before.put(signal, Signals.register(signal, () -> arrived(signal, System.nanoTime())));
  }

  private synchronized void arrived(String signal, long arrival) {
    int number = SIGNALS.get(signal);
    if (command == null) {
      early = early.isEmpty() ? OptionalInt.of(SIGNALLED + number) : early;
      return;
    }
    boolean toGroup = probe.isHit(number, arrival);
    Long last = latest.put(signal, arrival);
    if (last != null && arrival - last < ONE_SIGNAL.toNanos()) {
      return;
    }
    // While the command was being started, nobody can say whether it was there to be reached.
    if (arrival - started < 0 || !toGroup) {
      passOn(signal);
    }
  }

  private void passOn(String signal) {
    if (!command.isAlive()) {
      return;
    }
    if (signal.equals("TERM")) {
      command.toHandle().destroy();
      return;
    }
    try {
      // The shell's own kill: a small system has no other.
      String pid = Long.toString(command.pid());
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, pid)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      kill.waitFor();
    } catch (IOException noShell) {
      command.toHandle().destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    before.forEach(
        (signal, earlier) -> {
          if (earlier != null) {
            Signals.unregister(signal, earlier);
          }
        });
    probe.close();
  }
}
