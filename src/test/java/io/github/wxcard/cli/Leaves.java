package io.github.wxcard.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that do something, as opposed to those that only have commands below them. */
public final class Leaves {
  private Leaves() {}

  /** All that the help shows, in its order. */
  public static List<CommandSpec> all() {
    List<CommandSpec> leaves = new ArrayList<>();
    collect(CommandCatalogue.complete().getCommandSpec(), leaves);
    return leaves;
  }

  private static void collect(CommandSpec command, List<CommandSpec> leaves) {
    if (command.subcommands().isEmpty() && !command.usageMessage().hidden()) {
      leaves.add(command);
    }
    for (CommandLine sub : command.subcommands().values()) {
      collect(sub.getCommandSpec(), leaves);
    }
  }
}
