package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandModel;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** What a list of commands shows of each: building them whole would cost every start its time. */
final class CommandSummary {
  private CommandSummary() {}

  /**
   * Of the commands below this one.
   *
   * @param below their classes, for when the build has not written it down
   */
  static List<CommandSpec> below(Object command, Supplier<List<Class<?>>> below) {
    return CommandModel.find(command.getClass())
        .map(CommandModel::outlines)
        .orElseGet(() -> below.get().stream().map(CommandSummary::read).toList());
  }

  private static CommandSpec read(Class<?> command) {
    Command annotation = command.getAnnotation(Command.class);
    return CommandModel.outline(annotation.name(), annotation.hidden(), annotation.description());
  }
}
