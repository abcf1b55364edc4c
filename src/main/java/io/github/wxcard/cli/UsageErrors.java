package io.github.wxcard.cli;

import io.github.wxcard.cli.base.SimilarNames;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.scenario.CommandRunner.ParseError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in plain words why a line cannot be understood, where picocli speaks of its parser. */
final class UsageErrors {
  private static final String WHOLE = " is not a whole number in range";

  /** Of these one or the other is a value of any option. */
  private static final List<String> OF_EVERY_TYPE =
      List.of("1", "true", "1s", "2026-01-01", "2026-01-01T00:00:00Z", "http://localhost/");

  private final ParameterException cause;
  private final CommandSpec spec;

  private UsageErrors(ParameterException cause) {
    this.cause = cause;
    this.spec = cause.getCommandLine().getCommandSpec();
  }

  static Failure of(ParameterException cause) {
    return new UsageErrors(cause).failure();
  }

  /** The same, with the word that does not fit and others that would. */
  static ParseError parseError(ParameterException cause) {
    UsageErrors line = new UsageErrors(cause);
    if (cause instanceof UnmatchedArgumentException unmatched) {
      // Where a name is due, any of them could stand; after the last argument nothing could.
      boolean named = !line.spec.subcommands().isEmpty();
      String word = named ? unmatched.getUnmatched().get(0) : "";
      return new ParseError(line.failure(), word, List.of());
    }
    ArgSpec wrong = cause.getArgSpec();
    String value = wrong == null || cause.getValue() == null ? "" : cause.getValue();
    return new ParseError(line.failure(), value, value.isEmpty() ? List.of() : alternatives(wrong));
  }

  /** The failure for a word in a command's place, which a parser that is to give help lets pass. */
  static Optional<Failure> unknownCommand(ParseResult leaf) {
    CommandSpec spec = leaf.commandSpec();
    return spec.subcommands().isEmpty()
        ? Optional.empty()
        : leaf.unmatched().stream()
            .filter(word -> !word.startsWith("-"))
            .findFirst()
            .map(word -> of(new UnmatchedArgumentException(spec.commandLine(), List.of(word))));
  }

  private static List<String> alternatives(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
        : OF_EVERY_TYPE;
  }

  private Failure failure() {
    if (cause instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0));
    }
    if (cause instanceof MissingParameterException missing) {
      Collection<ArgSpec> absent = missing.getMissing();
      boolean value = absent.stream().anyMatch(ArgSpec::isPositional);
      return told(missing(absent), value ? dashed().orElse(helpPage()) : helpPage());
    }
    if (cause instanceof MutuallyExclusiveArgsException) {
      return told(
          cause.getMessage().replaceFirst("^Error: (.*) are mutually.*", "$1 exclude each other"),
          "Use only one of them.");
    }
    ArgSpec wrong = cause.getArgSpec();
    if (wrong != null && wrong.type().isEnum() && cause.getValue() != null) {
      return told(
          name(wrong) + " must be " + choice(wrong) + ", not '" + cause.getValue() + "'",
          helpPage());
    }
    return told(cause.getMessage().replaceFirst(" is not an? (int|long)$", WHOLE), helpPage());
  }

  private Failure unmatched(String word) {
    boolean option = word.length() > 1 && word.startsWith("-");
    if (option) {
      Stream<String> known =
          Stream.of(spec, spec.root())
              .flatMap(command -> command.options().stream())
              .flatMap(some -> Arrays.stream(some.names()))
              .filter(name -> name.startsWith("--"));
      // One that follows another option's value carries it along: --jsn=x.
      String named = word.replaceFirst("=.*", "");
      return told("there is no option '" + named + "'", suggestion(named, known.toList()));
    }
    if (spec.root() == spec) {
      return told(
          "there is no command '" + word + "'", suggestion(CommandCatalogue.similarTo(word)));
    }
    if (!spec.subcommands().isEmpty()) {
      List<String> known = List.copyOf(spec.subcommands().keySet());
      List<String> similar = SimilarNames.to(word, known);
      return told(
          "'" + spec.qualifiedName() + "' has no command '" + word + "'",
          similar.isEmpty()
              ? "Use one of: " + String.join(", ", known) + "."
              : suggestion(similar));
    }
    return told("'" + word + "' is one argument too many", helpPage());
  }

  private static String missing(Collection<ArgSpec> missing) {
    return missing.stream().map(UsageErrors::name).collect(Collectors.joining(" and "))
        + (missing.size() == 1 ? " is missing" : " are missing");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String choice(ArgSpec argument) {
    String legal =
        Arrays.stream(argument.type().getEnumConstants())
            .map(value -> value.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return legal.replaceFirst(", ([^,]+)$", " or $1");
  }

  /** What to do when a value was taken for an option. */
  private Optional<String> dashed() {
    return cause.getCommandLine().getUnmatchedArguments().stream()
        .filter(word -> word.matches("-[^-].*"))
        .findFirst()
        .map(
            word ->
                "If %s is no option but a value, write -- %s, after all options."
                    .formatted(word, word));
  }

  private String suggestion(String word, List<String> known) {
    return suggestion(SimilarNames.to(word, known));
  }

  private String suggestion(List<String> similar) {
    return similar.isEmpty() ? helpPage() : "Did you mean " + String.join(" or ", similar) + "?";
  }

  private String helpPage() {
    return "See `" + spec.qualifiedName() + " --help`.";
  }

  private static Failure told(String what, String fix) {
    return Failure.of(FailureKind.USAGE, what, fix);
  }
}
