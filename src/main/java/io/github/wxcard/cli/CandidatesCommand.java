package io.github.wxcard.cli;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.CommandResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What may stand at the end of a line, for the scripts of {@code completion}. Never complains. */
@Command(
    name = "candidates",
    hidden = true,
    description = "Print what may stand at the end of a line, one a line, a tab and a description.")
final class CandidatesCommand extends Subcommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "The words behind the program's name; the last one is being typed.")
  List<String> words = List.of();

  @Override
  public CommandResult run() {
    try (ShellCompletion shellCompletion = new ShellCompletion(context)) {
      for (String line : shellCompletion.of(typed())) {
        context.console().page().data(line);
      }
    } catch (Failure unusable) {
      return CommandResult.printed();
    }
    return CommandResult.printed();
  }

  /** bash takes --option=value for three words; the others for one. */
  private List<String> typed() {
    List<String> typed = new ArrayList<>();
    for (String word : words) {
      boolean afterOption = !typed.isEmpty() && typed.get(typed.size() - 1).startsWith("--");
      if (!(word.equals("=") && afterOption)) {
        typed.add(word);
      }
    }
    boolean endsInEquals = !words.isEmpty() && words.get(words.size() - 1).equals("=");
    if (typed.isEmpty() || (endsInEquals && typed.get(typed.size() - 1).startsWith("--"))) {
      typed.add("");
    }
    return typed;
  }
}
