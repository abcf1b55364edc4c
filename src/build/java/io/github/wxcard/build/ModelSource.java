package io.github.wxcard.build;

import io.github.wxcard.cli.base.CommandModel;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The Java text of the model of one class: of a command, or of what commands extend or mix in.
 *
 * @param above the superclass, when that has a model too
 * @param arguments its own and those of its groups, by the field that takes each
 * @param command for a class that is one
 */
record ModelSource(
    Class<?> type,
    Optional<Class<?>> above,
    Map<Field, ArgSpec> arguments,
    Optional<CommandSpec> command) {

  String text() {
    return """
    package %s;

    import io.github.wxcard.cli.base.CommandModel;
    import java.util.List;
    import picocli.CommandLine.Model.*;

    public final class %s%s {
    %s%s}
    """
        .formatted(
            type.getPackageName(),
            name(),
            command.isPresent() ? " extends CommandModel" : "",
            command.map(this::model).orElse(""),
            additions());
  }

  private String name() {
    return CommandModel.nameFor(type).substring(type.getPackageName().length() + 1);
  }

  private String model(CommandSpec spec) {
    return """
      static { known(%2$s.class, new %1$s()); }

      @Override public Object create() { return new %2$s(); }

      @Override public List<CommandSpec> summaries() {
        return List.of(%3$s);
      }

      @Override public CommandSpec of(Object command) {
        %4$s
      }

    """
        .formatted(
            name(),
            type.getCanonicalName(),
            spec.subcommands().values().stream()
                .map(below -> summary(annotation(below.getCommandSpec())))
                .collect(Collectors.joining(",\n        ")),
            whole(annotation(spec), spec.parser().stopAtPositional()));
  }

  /** What picocli tells has had its variables replaced; this is as it was written. */
  private static Command annotation(CommandSpec spec) {
    return spec.userObject().getClass().getAnnotation(Command.class);
  }

  private static String summary(Command command) {
    return "summary(%s, %s, %s)"
        .formatted(
            ArgumentSource.literal(command.name()),
            command.hidden(),
            ArgumentSource.literals(command.description()));
  }

  /**
   * @param stopAtPositional whether what follows the first plain word is no option; set by commands
   *     themselves, as annotations cannot say it
   */
  private static String whole(Command command, boolean stopAtPositional) {
    return """
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(%s);
        spec.usageMessage().description(%s).hidden(%s).footer(%s)
            .customSynopsis(%s).synopsisSubcommandLabel(%s);
        spec.parser().stopAtPositional(%s);
        add(spec, command);
        return spec;\
    """
        .formatted(
            ArgumentSource.literal(command.name()),
            ArgumentSource.literals(command.description()),
            command.hidden(),
            ArgumentSource.literals(command.footer()),
            ArgumentSource.literals(command.customSynopsis()),
            ArgumentSource.literal(command.synopsisSubcommandLabel()),
            stopAtPositional);
  }

  private String additions() {
    List<Field> own = argumentsOf(type);
    return "  public static void add(CommandSpec spec, Object command) {\n"
        + members()
        + "  }\n"
        + (own.isEmpty() ? "" : binding(own))
        + groups().map(this::groupBinding).collect(Collectors.joining());
  }

  private Stream<Field> groups() {
    return Stream.of(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArgGroup.class));
  }

  private List<Field> argumentsOf(Class<?> holder) {
    return arguments.keySet().stream()
        .filter(field -> field.getDeclaringClass().equals(holder))
        .toList();
  }

  /** In the order of the class, as picocli would add them. */
  private String members() {
    String inherited =
        above.map(CommandModel::nameFor).map("    %s.add(spec, command);\n"::formatted).orElse("");
    String members =
        Stream.of(type.getDeclaredFields()).map(this::member).collect(Collectors.joining());
    String cast = "    %1$s it = (%1$s) command;\n".formatted(type.getCanonicalName());
    return inherited + (members.isEmpty() ? "" : cast) + members;
  }

  private String member(Field field) {
    if (field.isAnnotationPresent(Mixin.class)) {
      return mixin(field);
    }
    if (field.isAnnotationPresent(ArgGroup.class)) {
      return group(field);
    }
    return arguments.containsKey(field) ? argument("spec.add", "Binding", field) : "";
  }

  private static String mixin(Field field) {
    return """
        { CommandSpec mixin = CommandSpec.wrapWithoutInspection(it.%1$s);
          %2$s.add(mixin, it.%1$s);
          spec.addMixin("%1$s", mixin); }
    """
        .formatted(field.getName(), CommandModel.nameFor(field.getType()));
  }

  private String group(Field field) {
    ArgGroup group = field.getAnnotation(ArgGroup.class);
    return """
        { ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(%s).multiplicity(%s);
    %s      spec.addArgGroup(group.build()); }
    """
        .formatted(
            group.exclusive(),
            ArgumentSource.literal(group.multiplicity()),
            argumentsOf(field.getType()).stream()
                .map(each -> argument("group.addArg", bindingOf(field), each))
                .collect(Collectors.joining()));
  }

  private String argument(String add, String binding, Field field) {
    return """
        { %1$s binding = new %1$s(it, %2$d);
          %3$s(%4$s); }
    """
        .formatted(
            binding,
            argumentsOf(field.getDeclaringClass()).indexOf(field),
            add,
            new ArgumentSource(field, arguments.get(field)).text());
  }

  private static String bindingOf(Field group) {
    return "BindingIn_" + group.getName();
  }

  /** A group has no object until something is said of it, unless its command makes one. */
  private String groupBinding(Field group) {
    String object = "it." + group.getName();
    return binding(
        bindingOf(group),
        argumentsOf(group.getType()),
        object + " == null ? null : ",
        "if (%1$s == null) { %1$s = new %2$s(); }"
            .formatted(object, group.getType().getCanonicalName()),
        object);
  }

  private String binding(List<Field> fields) {
    return binding("Binding", fields, "", "", "it");
  }

  /** How picocli reads and writes the fields. */
  private String binding(
      String name, List<Field> fields, String guard, String prepared, String object) {
    return """

      @SuppressWarnings("unchecked")
      private record %s(%s it, int field) implements IGetter, ISetter {
        @Override public <T> T get() {
          Object value = switch (field) {
    %s        default -> throw new IllegalStateException();
          };
          return (T) value;
        }

        @Override public <T> T set(T value) {
          T before = get();
          %s
          switch (field) {
    %s        default -> throw new IllegalStateException();
          }
          return before;
        }
      }
    """
        .formatted(
            name,
            type.getCanonicalName(),
            cases(fields, "        case %d -> " + guard + "(Object) " + object + ".%s;\n"),
            prepared,
            cases(fields, "        case %d -> " + object + ".%s = (%s) value;\n"));
  }

  private static String cases(List<Field> fields, String form) {
    return IntStream.range(0, fields.size())
        .mapToObj(i -> form.formatted(i, fields.get(i).getName(), boxed(fields.get(i))))
        .collect(Collectors.joining());
  }

  private static String boxed(Field field) {
    return field.getType().isPrimitive()
        ? MethodType.methodType(field.getType()).wrap().returnType().getSimpleName()
        : field.getGenericType().getTypeName().replace('$', '.');
  }
}
