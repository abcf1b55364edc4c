package io.github.wxcard.cli;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a command or a topic. */
@Command(
    name = "help",
    description = {
      "Explain a command, or a topic.",
      "",
      "Topics: accounts, batches, calls, cards, config, definitions, environment, events,"
          + " exit-codes, journal, sandbox, scenarios, scripting, signatures. A topic goes before a"
          + " command of the same name, which `wxcard COMMAND --help` explains."
    },
    footer = {"", "Example:", "  wxcard help exit-codes", "  wxcard help sandbox serve"})
final class HelpCommand extends Subcommand {
  @Parameters(arity = "0..*", paramLabel = "COMMAND|TOPIC", description = "What to explain.")
  List<String> words = List.of();

  @Override
  public CommandResult run() {
    int width = HelpText.width(context.console(), context.environment());
    Optional<String> topic =
        words.size() == 1 ? HelpText.topic(words.get(0), width) : Optional.empty();
    topic
        .orElseGet(() -> HelpText.of(commandNamed(), width))
        .lines()
        .forEach(context.console().page()::line);
    return CommandResult.printed();
  }

  private CommandLine commandNamed() {
    CommandLine found = CommandCatalogue.forWords(words);
    for (String word : words) {
      CommandLine below = found.getSubcommands().get(word);
      if (below == null) {
        throw Failure.of(
            FailureKind.USAGE,
            "there is no command or topic '" + String.join(" ", words) + "'",
            "See `wxcard --help`; the topics are " + String.join(", ", HelpText.TOPICS) + ".");
      }
      found = below;
    }
    return found;
  }
}
