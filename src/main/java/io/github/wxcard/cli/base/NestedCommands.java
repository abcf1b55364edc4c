package io.github.wxcard.cli.base;

import io.github.wxcard.output.Console;
import io.github.wxcard.scenario.CommandGrammar;
import io.github.wxcard.scenario.CommandOutcome;
import java.util.List;
import java.util.Optional;

/** Runs or checks a command line inside another one, whose options hold where it has none. */
public interface NestedCommands extends CommandGrammar {
  /**
   * Runs one line and returns when it has ended.
   *
   * @param quiet whether its result and its failure are not printed: the caller reads the outcome
   */
  CommandOutcome run(CommandContext outer, Console console, List<String> words, boolean quiet);

  /** Lets every line pass, unless it is known better. */
  @Override
  default Optional<Misfit> check(List<String> words) {
    return Optional.empty();
  }
}
