package io.github.wxcard.scenario;

import java.util.List;

/** Runs the command line of a step. */
@FunctionalInterface
public interface StepCommands {
  /**
   * Runs it and returns when it has ended.
   *
   * @param arguments the words after the program's name
   * @param input what it finds on its standard input
   */
  CommandOutcome run(List<String> arguments, String input);
}
