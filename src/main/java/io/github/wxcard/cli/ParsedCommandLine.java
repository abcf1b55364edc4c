package io.github.wxcard.cli;

import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command line as it was understood. */
record ParsedCommandLine(ParseResult root) {
  /** Throws picocli's {@code ParameterException} for a line that cannot be understood. */
  static ParsedCommandLine of(List<String> words) {
    return new ParsedCommandLine(CommandCatalogue.parse(words));
  }

  /** The command that the line ends in, or the group, or the program itself. */
  ParseResult leaf() {
    ParseResult leaf = root;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    return leaf;
  }

  CommandSpec spec() {
    return leaf().commandSpec();
  }

  Optional<Subcommand> command() {
    return spec().userObject() instanceof Subcommand command
        ? Optional.of(command)
        : Optional.empty();
  }

  GlobalOptions options() {
    return (GlobalOptions) root.commandSpec().userObject();
  }

  boolean asksForHelp() {
    return anywhere(ParseResult::isUsageHelpRequested);
  }

  boolean asksForVersion() {
    return anywhere(ParseResult::isVersionHelpRequested);
  }

  /** Whether it names no command at all. */
  boolean isProgramAlone() {
    return spec().root() == spec();
  }

  /** Before the command's name, amid it or after. */
  private boolean anywhere(Predicate<ParseResult> given) {
    for (ParseResult level = root; level != null; level = level.subcommand()) {
      if (given.test(level)) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a line that names a group of commands and none of them. */
  Optional<Failure> withoutVerb() {
    if (command().isPresent() || isProgramAlone() || asksForHelp() || asksForVersion()) {
      return Optional.empty();
    }
    String group = spec().qualifiedName();
    return Optional.of(
        Failure.of(
            FailureKind.USAGE,
            "'" + group + "' needs one of: " + String.join(", ", spec().subcommands().keySet()),
            "See `" + group + " --help`."));
  }
}
