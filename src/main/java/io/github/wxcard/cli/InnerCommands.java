package io.github.wxcard.cli;

import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.Globals;
import io.github.wxcard.cli.base.Presenter;
import io.github.wxcard.cli.base.Workspace;
import io.github.wxcard.scenario.Outcome;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** The command lines inside another command. */
final class InnerCommands implements App.Inner {
  @Override
  public Outcome run(Workspace place, Globals outer, List<String> words, Presenter presenter) {
    return new Cli(place, outer).run(words, presenter);
  }

  @Override
  public Optional<Misfit> check(List<String> words) {
    try {
      return Cli.withoutVerb(
              CommandCatalogue.forWords(words).parseArgs(words.toArray(String[]::new)))
          .map(why -> new Misfit(why, "", List.of()));
    } catch (ParameterException e) {
      return Optional.of(WrongLine.misfit(e));
    }
  }
}
