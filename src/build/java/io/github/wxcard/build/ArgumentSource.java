package io.github.wxcard.build;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The Java text that makes one option or parameter as picocli read it. */
record ArgumentSource(Field field, ArgSpec argument) {
  String text() {
    return (argument instanceof OptionSpec option
            ? option(option)
            : parameter((PositionalParamSpec) argument))
        + ".type("
        + field.getType().getCanonicalName()
        + ".class)"
        + elements()
        + ".paramLabel("
        + literal(argument.paramLabel())
        + ").description("
        + literals(description())
        + ")"
        + when(required(), ".required(true)")
        + when(argument.hidden(), ".hidden(true)")
        + Arrays.stream(argument.converters())
            .map(ArgumentSource::converter)
            .collect(Collectors.joining())
        + candidates()
        // The field keeps what the class gave it until somebody says something else.
        + ".hasInitialValue(false).getter(binding).setter(binding).build()";
  }

  private static String option(OptionSpec option) {
    return "OptionSpec.builder("
        + literals(option.names())
        + ")"
        + arity(option)
        + when(option.negatable(), ".negatable(true)")
        + when(option.usageHelp(), ".usageHelp(true)")
        + when(option.versionHelp(), ".versionHelp(true)")
        + when(
            option.scopeType() == ScopeType.INHERIT,
            ".scopeType(picocli.CommandLine.ScopeType.INHERIT)");
  }

  /** An index that was not written is relative: it comes after what must be said. */
  private String parameter(PositionalParamSpec parameter) {
    String index = field.getAnnotation(Parameters.class).index();
    return "PositionalParamSpec.builder()"
        + when(!index.isEmpty(), ".index(" + literal(index) + ")")
        + arity(parameter);
  }

  /** Unless it is what picocli takes anyway. */
  private static String arity(ArgSpec argument) {
    return when(
        !argument.arity().isUnspecified() || argument.arity().max() > 1,
        ".arity(" + literal(argument.arity().toString()) + ")");
  }

  private String elements() {
    return Collection.class.isAssignableFrom(field.getType())
        ? ".auxiliaryTypes(" + argument.auxiliaryTypes()[0].getCanonicalName() + ".class)"
        : "";
  }

  private static String converter(ITypeConverter<?> converter) {
    return ".converters(new " + converter.getClass().getCanonicalName() + "())";
  }

  /** Those of an enum picocli finds itself. */
  private String candidates() {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null || field.getType().isEnum()
        ? ""
        : ".completionCandidates(new " + candidates.getClass().getCanonicalName() + "())";
  }

  /** As it was written, as in a group that excludes picocli takes each for required. */
  private boolean required() {
    return argument.isOption() ? field.getAnnotation(Option.class).required() : argument.required();
  }

  /** As it was written; what picocli tells has had its variables replaced. */
  private String[] description() {
    return argument.isOption()
        ? field.getAnnotation(Option.class).description()
        : field.getAnnotation(Parameters.class).description();
  }

  private static String when(boolean so, String text) {
    return so ? text : "";
  }

  static String literals(String[] texts) {
    return Arrays.stream(texts)
        .map(ArgumentSource::literal)
        .collect(Collectors.joining(", ", "new String[] {", "}"));
  }

  static String literal(String text) {
    return text.chars()
        .mapToObj(ArgumentSource::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"', '\\' -> "\\" + (char) character;
      case '\n' -> "\\n";
      default -> character > '~' ? "\\u%04x".formatted(character) : Character.toString(character);
    };
  }
}
