package io.github.wxcard.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the finished words of a line have settled.
 *
 * @param parameters how many words were neither options nor commands
 * @param awaiting the option whose value comes next, or null
 */
record TypedSoFar(CommandSpec command, int parameters, ArgSpec awaiting) {
  static TypedSoFar of(CommandSpec root, List<String> words) {
    TypedSoFar typed = new TypedSoFar(root, 0, null);
    for (String word : words) {
      typed = typed.then(word);
    }
    return typed;
  }

  private TypedSoFar then(String word) {
    if (awaiting != null) {
      return new TypedSoFar(command, parameters, null);
    }
    if (word.startsWith("-") && word.length() > 1) {
      OptionSpec option = command.optionsMap().get(word);
      boolean takesValue = option != null && option.arity().max() > 0;
      return new TypedSoFar(command, parameters, takesValue ? option : null);
    }
    Map<String, CommandLine> below = command.subcommands();
    return below.containsKey(word)
        ? new TypedSoFar(below.get(word).getCommandSpec(), 0, null)
        : new TypedSoFar(command, parameters + 1, null);
  }
}
