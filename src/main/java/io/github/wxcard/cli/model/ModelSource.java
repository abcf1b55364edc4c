package io.github.wxcard.cli.model;

import io.github.wxcard.cli.base.CommandModel;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The Java text of one model.
 *
 * @param above the superclass, when that has a model too
 * @param command its annotation, for a class that is a command and not a part of one
 */
record ModelSource(
    Class<?> type,
    Optional<Class<?>> above,
    Optional<Command> command,
    Map<Field, ArgSpec> arguments) {

  private static final String NOT_ONE = "throw new UnsupportedOperationException();";

  String text() {
    String model = CommandModel.nameFor(type);
    return """
        package %1$s;

        import picocli.CommandLine.Model.*;

        public final class %2$s extends io.github.wxcard.cli.base.CommandModel {
          static { new %2$s(); }

          private %2$s() { super(%3$s.class); }

          @Override public Object create() {
            %4$s
          }

          @Override public CommandSpec outline() {
            %5$s
          }

          @Override public CommandSpec of(Object command) {
            %6$s
          }

          public static void add(CommandSpec spec, Object command) {
        %7$s  }
        %8$s}
        """
        .formatted(
            type.getPackageName(),
            model.substring(model.lastIndexOf('.') + 1),
            type.getCanonicalName(),
            command.map(one -> "return new " + type.getCanonicalName() + "();").orElse(NOT_ONE),
            command.map(ModelSource::outline).orElse(NOT_ONE),
            command.map(ModelSource::whole).orElse(NOT_ONE),
            members(),
            arguments.isEmpty() ? "" : binding());
  }

  private static String outline(Command command) {
    return """
        CommandSpec spec = CommandSpec.create().name(%s);
            spec.usageMessage().description(%s).hidden(%s);
            return spec;"""
        .formatted(
            ArgumentSource.literal(command.name()),
            ArgumentSource.literals(command.description()),
            command.hidden());
  }

  private static String whole(Command command) {
    return """
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(%s);
            spec.usageMessage().description(%s).hidden(%s).footer(%s)
                .customSynopsis(%s).synopsisSubcommandLabel(%s);
            add(spec, command);
            return spec;"""
        .formatted(
            ArgumentSource.literal(command.name()),
            ArgumentSource.literals(command.description()),
            command.hidden(),
            ArgumentSource.literals(command.footer()),
            ArgumentSource.literals(command.customSynopsis()),
            ArgumentSource.literal(command.synopsisSubcommandLabel()));
  }

  /** In the order of the class, as picocli would add them. */
  private String members() {
    String inherited =
        above.map(CommandModel::nameFor).map("    %s.add(spec, command);\n"::formatted).orElse("");
    String own =
        Stream.of(type.getDeclaredFields())
            .map(field -> field.isAnnotationPresent(Mixin.class) ? mixin(field) : argument(field))
            .collect(Collectors.joining());
    String cast = "    %1$s it = (%1$s) command;\n".formatted(type.getCanonicalName());
    return inherited + (own.isEmpty() ? "" : cast) + own;
  }

  private static String mixin(Field field) {
    return """
            { CommandSpec mixin = CommandSpec.wrapWithoutInspection(it.%1$s);
              %2$s.add(mixin, it.%1$s);
              spec.addMixin("%1$s", mixin); }
        """
        .formatted(field.getName(), CommandModel.nameFor(field.getType()));
  }

  private String argument(Field field) {
    return arguments.containsKey(field)
        ? """
            { Binding binding = new Binding(it, %d);
              spec.%s; }
        """
            .formatted(
                fields().indexOf(field), new ArgumentSource(field, arguments.get(field)).text())
        : "";
  }

  private List<Field> fields() {
    return List.copyOf(arguments.keySet());
  }

  /** How picocli reads and writes the fields. */
  private String binding() {
    return """

          @SuppressWarnings("unchecked")
          private record Binding(%s it, int field) implements IGetter, ISetter {
            @Override public <T> T get() {
              Object value = switch (field) {
        %s        default -> throw new IllegalStateException();
              };
              return (T) value;
            }

            @Override public <T> T set(T value) {
              T before = get();
              switch (field) {
        %s        default -> throw new IllegalStateException();
              }
              return before;
            }
          }
        """
        .formatted(
            type.getCanonicalName(),
            cases("        case %d -> (Object) it.%s;\n"),
            cases("        case %d -> it.%s = (%s) value;\n"));
  }

  private String cases(String form) {
    List<Field> fields = fields();
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
