package io.github.wxcard.build;

import io.github.wxcard.cli.CommandCatalogue;
import io.github.wxcard.cli.base.CommandModel;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes a {@link CommandModel} for every class that picocli's annotations describe: a part of the
 * build and not of the program. Arguments: a folder for sources, that of the compiled program.
 */
public final class ModelWriter {
  /** What a field may be for picocli. */
  private static final Set<Class<?>> WRITABLE =
      Set.of(Option.class, Parameters.class, Mixin.class, ArgGroup.class);

  private final Map<Class<?>, Map<Field, ArgSpec>> described = new LinkedHashMap<>();
  private final Map<Class<?>, CommandSpec> commands = new HashMap<>();

  private ModelWriter() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path classes = Path.of(arguments[1]);
    forget(sources);
    forget(classes);
    ModelWriter writer = new ModelWriter();
    writer.visit(CommandCatalogue.complete().getCommandSpec());
    compile(writer.write(sources), classes);
  }

  /** Removes what an earlier build wrote, as the annotations may say something else by now. */
  private static void forget(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ModelWriter::isModel).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isModel(Path file) {
    return file.getFileName().toString().contains(CommandModel.SUFFIX);
  }

  private void visit(CommandSpec command) {
    commands.put(command.userObject().getClass(), command);
    note(command);
    command.subcommands().values().forEach(below -> visit(below.getCommandSpec()));
  }

  private void note(CommandSpec spec) {
    for (Class<?> type = spec.userObject().getClass(); isOurs(type); type = type.getSuperclass()) {
      described.putIfAbsent(type, arguments(type, spec));
    }
    spec.mixins().values().forEach(this::note);
  }

  private static Map<Field, ArgSpec> arguments(Class<?> type, CommandSpec spec) {
    Map<Field, ArgSpec> found = new LinkedHashMap<>();
    for (Field field : type.getDeclaredFields()) {
      spec.args().stream()
          .filter(argument -> field.equals(argument.userObject()))
          .forEach(argument -> found.put(field, argument));
      if (field.isAnnotationPresent(ArgGroup.class)) {
        found.putAll(arguments(field.getType(), spec));
      }
    }
    return found;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getPackageName().startsWith("io.github.wxcard");
  }

  private List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Class<?> type : described.keySet()) {
      check(type);
      Path file = folder.resolve(CommandModel.nameFor(type).replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source(type)));
    }
    return files;
  }

  private String source(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return new ModelSource(
            type,
            isOurs(above) ? Optional.of(above) : Optional.empty(),
            described.get(type),
            Optional.ofNullable(commands.get(type)))
        .text();
  }

  /** Stops the build at what a model could not say. */
  private static void check(Class<?> type) {
    Command command = type.getAnnotation(Command.class);
    if (command != null && command.subcommands().length > 0) {
      throw new IllegalStateException(type + " names subcommands; make it a CommandGroup");
    }
    for (Field field : type.getDeclaredFields()) {
      for (Annotation annotation : field.getAnnotations()) {
        Class<?> kind = annotation.annotationType();
        if (kind.getName().startsWith("picocli.") && !WRITABLE.contains(kind)) {
          throw new IllegalStateException("no model can say " + annotation + " of " + field);
        }
      }
    }
  }

  private static void compile(List<Path> files, Path classes) {
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    arguments.addAll(List.of("-cp", classes.toString(), "--release", "17", "-proc:none"));
    files.forEach(file -> arguments.add(file.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the models of the commands do not compile");
    }
  }
}
