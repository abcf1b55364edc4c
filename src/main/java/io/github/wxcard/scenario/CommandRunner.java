package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import java.util.List;
import java.util.Optional;

/** Runs command lines inside a command, as the REPL and scenarios do. */
@FunctionalInterface
public interface CommandRunner {
  /**
   * Runs one line and returns when it has ended.
   *
   * @param words the words after the program's name
   * @param input what it finds on its standard input, where it has one of its own
   */
  CommandOutcome run(List<String> words, String input);

  /** Looks at a line and runs nothing; empty when it can be understood. */
  default Optional<ParseError> check(List<String> words) {
    return Optional.empty();
  }

  /** Asks the command that runs on a thread to stop; called on another one. */
  default void interrupt(Thread running) {
    running.interrupt();
  }

  /**
   * The first thing in a line that cannot be understood.
   *
   * @param failure as the command line itself would be refused
   * @param word the word that is not what it should be at its place; empty when it is about another
   *     thing, such as a missing argument
   * @param alternatives words of which one or the other could stand at that place; empty when any
   *     known name could
   */
  record ParseError(Failure failure, String word, List<String> alternatives) {}
}
