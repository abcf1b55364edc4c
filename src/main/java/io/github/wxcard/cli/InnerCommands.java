package io.github.wxcard.cli;

import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.Globals;
import io.github.wxcard.cli.base.Presenter;
import io.github.wxcard.cli.base.Workspace;
import io.github.wxcard.error.Failure;
import io.github.wxcard.scenario.CommandOutcome;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command lines inside another command. */
final class InnerCommands implements App.Inner {
  @Override
  public CommandOutcome run(
      Workspace place, Globals outer, List<String> words, Presenter presenter) {
    return new Cli(place, outer).run(words, presenter);
  }

  @Override
  public Optional<Misfit> check(List<String> words) {
    try {
      ParseResult parsed = CommandCatalogue.forWords(words).parseArgs(words.toArray(String[]::new));
      return Cli.withoutVerb(parsed)
          .map(why -> new Misfit(why, "", List.of()))
          .or(() -> filter((Globals) parsed.commandSpec().root().userObject()));
    } catch (ParameterException e) {
      return Optional.of(WrongLine.misfit(e));
    }
  }

  private static Optional<Misfit> filter(Globals globals) {
    try {
      globals.format();
      return Optional.empty();
    } catch (Failure unreadable) {
      return Optional.of(new Misfit(unreadable, globals.jq, List.of(".")));
    }
  }
}
