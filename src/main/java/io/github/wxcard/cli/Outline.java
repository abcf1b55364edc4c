package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What a list of commands shows of one: building it whole would cost every start its time. */
final class Outline {
  private Outline() {}

  static String name(Class<?> command) {
    return of(command).name();
  }

  static CommandSpec of(Class<?> command) {
    return CommandModel.find(command)
        .map(CommandModel::outline)
        .orElseGet(() -> annotated(command));
  }

  private static CommandSpec annotated(Class<?> command) {
    Command annotation = command.getAnnotation(Command.class);
    return CommandSpec.create()
        .name(annotation.name())
        .usageMessage(
            new UsageMessageSpec()
                .description(annotation.description())
                .hidden(annotation.hidden()));
  }
}
