package io.github.wxcard.cli.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the parser knows of one class of commands. The build writes these from the annotations, as
 * reading those would be a third of every start.
 */
public abstract class CommandModel {
  /** Ends the names of the classes that the build writes, and no other class's. */
  public static final String SUFFIX = "_Model";

  private static final Map<Class<?>, CommandModel> WRITTEN = new ConcurrentHashMap<>();

  /** Makes a model known; its class does so when it is first asked for. */
  protected static void known(Class<?> commands, CommandModel model) {
    WRITTEN.put(commands, model);
  }

  /** A new command. */
  public abstract Object create();

  /** Of each command below it what a list of commands shows, in the order of the help. */
  public abstract List<CommandSpec> summaries();

  /** All that can be said to this command. */
  public abstract CommandSpec of(Object command);

  /** A name and a description, which is all that a list of commands shows. */
  public static CommandSpec summary(String name, boolean hidden, String... description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).hidden(hidden);
    return spec;
  }

  /** The model of these commands, unless the build wrote none. */
  public static Optional<CommandModel> find(Class<?> commands) {
    try {
      Class.forName(nameFor(commands), true, commands.getClassLoader());
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
    return Optional.ofNullable(WRITTEN.get(commands));
  }

  /** What a model's class is called. */
  public static String nameFor(Class<?> commands) {
    return commands.getName().replace('$', '_') + SUFFIX;
  }
}
