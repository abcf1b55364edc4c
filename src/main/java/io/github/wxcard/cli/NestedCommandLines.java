package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.NestedCommands;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.Console;
import io.github.wxcard.scenario.CommandOutcome;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command lines inside another command. */
final class NestedCommandLines implements NestedCommands {
  @Override
  public CommandOutcome run(
      CommandContext outer, Console console, List<String> words, boolean quiet) {
    return new Cli(outer.program(), console, outer.options(), quiet).run(words);
  }

  @Override
  public Optional<Misfit> check(List<String> words) {
    try {
      ParseResult parsed = CommandCatalogue.forWords(words).parseArgs(words.toArray(String[]::new));
      return Cli.withoutVerb(parsed)
          .map(why -> new Misfit(why, "", List.of()))
          .or(() -> filter((GlobalOptions) parsed.commandSpec().root().userObject()));
    } catch (ParameterException e) {
      return Optional.of(UsageErrors.misfit(e));
    }
  }

  private static Optional<Misfit> filter(GlobalOptions options) {
    try {
      options.format();
      return Optional.empty();
    } catch (Failure unreadable) {
      return Optional.of(new Misfit(unreadable, options.jq, List.of(".")));
    }
  }
}
