package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import java.util.List;
import java.util.Optional;

/** Says whether a command line can be understood, and runs nothing. */
@FunctionalInterface
public interface CommandGrammar {
  /**
   * Looks at a line; empty when there is such a command with such options and arguments.
   *
   * @param words the words after the program's name
   */
  Optional<Misfit> check(List<String> words);

  /**
   * The first thing that cannot be understood.
   *
   * @param why as the command line itself would be refused
   * @param word the word that is not what it should be at its place; empty when it is about another
   *     thing, such as a missing argument
   * @param fitting words of which one or the other could stand at that place; empty when any known
   *     name could
   */
  record Misfit(Failure why, String word, List<String> fitting) {}
}
