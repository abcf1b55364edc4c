package io.github.wxcard.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The lines that ask for a help, from the catalogue, so that none is forgotten. */
public final class CommandPages {
  private CommandPages() {}

  /** The program, its groups and its commands, hidden ones too. */
  public static List<String> all() {
    return of(CommandCatalogue.complete()).toList();
  }

  /** The commands that do something, in the order of the help. */
  public static List<String> leaves() {
    return Leaves.all().stream().map(CommandSpec::qualifiedName).toList();
  }

  private static Stream<String> of(CommandLine line) {
    return Stream.concat(
        Stream.of(line.getCommandSpec().qualifiedName()),
        line.getSubcommands().values().stream().flatMap(CommandPages::of));
  }
}
