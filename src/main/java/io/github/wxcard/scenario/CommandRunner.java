package io.github.wxcard.scenario;

import java.util.List;

/** Runs one command line as if it had been typed, and hands back what came of it. */
@FunctionalInterface
public interface CommandRunner {
  /**
   * Runs it and returns when it has ended; what it prints goes to the usual streams.
   *
   * @param arguments the words after the program's name
   */
  CommandOutcome run(List<String> arguments);

  /** Asks the command that runs on a thread to stop; called on another one. */
  default void interrupt(Thread running) {
    running.interrupt();
  }
}
