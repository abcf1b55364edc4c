package io.github.wxcard.cli;

import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.DeclinedException;
import io.github.wxcard.cli.base.Globals;
import io.github.wxcard.cli.base.InterruptHandling;
import io.github.wxcard.cli.base.Presenter;
import io.github.wxcard.cli.base.PrintingPresenter;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.cli.base.Timeouts;
import io.github.wxcard.cli.base.Workspace;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.ClosedPipe;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Takes one command line from words to an outcome. */
public final class Cli {
  private static final String VERSION = "--version";

  private final Workspace workspace;
  private final Globals inherited;

  public Cli(Workspace workspace) {
    this(workspace, new Globals());
  }

  /** For commands that run inside another one: what they do not say themselves, that one says. */
  public Cli(Workspace workspace, Globals inherited) {
    this.workspace = workspace;
    this.inherited = inherited;
  }

  /** Runs the program's arguments in a workspace of their own; the exit code. */
  public static int main(Environment environment, Console console, String... arguments) {
    try (Workspace workspace = new Workspace(environment, console)) {
      return new Cli(workspace).run(List.of(arguments)).exitCode();
    } catch (ClosedPipe gone) {
      return 0;
    }
  }

  /** Runs one command line and prints what came of it. */
  public CommandOutcome run(List<String> words) {
    return run(words, new PrintingPresenter(workspace.console()));
  }

  /** Runs one command line and lets the presenter decide what is seen of it. */
  public CommandOutcome run(List<String> words, Presenter presenter) {
    try (InterruptHandling.Scope scope = workspace.interrupts().command()) {
      return run(words, presenter.coloured(ColorChoice.in(own(words))), scope);
    }
  }

  private CommandOutcome run(
      List<String> words, Presenter presenter, InterruptHandling.Scope scope) {
    try {
      if (words.equals(List.of(VERSION))) {
        // What scripts ask before anything else needs no parser.
        return said(version());
      }
      ParseResult parsed = parse(words);
      Globals globals = (Globals) parsed.commandSpec().root().userObject();
      return execute(parsed, globals, presenter, scope);
    } catch (Failure failure) {
      return failed(failure, words, presenter, scope);
    } catch (DeclinedException no) {
      presenter.note(no.getMessage());
      return CommandOutcome.done();
    } catch (ClosedPipe gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      Failure failure = Defect.of(defect, words, workspace.environment());
      return failed(failure, words, presenter, scope);
    }
  }

  private CommandOutcome execute(
      ParseResult parsed, Globals globals, Presenter presenter, InterruptHandling.Scope scope) {
    CommandSpec spec = leafOf(parsed).commandSpec();
    if (anyOf(parsed, ParseResult::isUsageHelpRequested)) {
      WrongLine.unknownCommand(leafOf(parsed))
          .ifPresent(
              unknown -> {
                throw unknown;
              });
      return said(help(spec.commandLine()));
    }
    if (anyOf(parsed, ParseResult::isVersionHelpRequested)) {
      return said(version());
    }
    if (!(spec.userObject() instanceof Subcommand<?> command)) {
      return groupWithoutVerb(spec);
    }
    globals.inherit(inherited);
    // A filter that cannot be understood must be known of before anything is done.
    globals.format();
    boolean typed = workspace.console().traits().inTerminal();
    Timeouts timeouts = Timeouts.of(command, globals.timeout, typed);
    command.app = new App(workspace, globals, presenter, timeouts, new InnerCommands());
    Result found = command.run();
    Result result = command.keptBack().map(Result.class::cast).orElse(found);
    return result == null
        ? command.ended()
        : show(result, globals, command.app.language(), presenter, scope);
  }

  private static CommandOutcome show(
      Result result,
      Globals globals,
      Language language,
      Presenter presenter,
      InterruptHandling.Scope scope) {
    try {
      presenter.show(result, globals);
    } catch (ClosedPipe gone) {
      scope
          .withoutReader(result)
          .ifPresent(why -> presenter.failed(why.in(language), globals.wantsJson()));
      throw gone;
    }
    result.afterword().ifPresent(presenter::note);
    scope
        .afterResult(result.failure())
        .ifPresent(failure -> presenter.failed(failure.in(language), globals.wantsJson()));
    return CommandOutcome.found(
        result.json(), result.failure().map(failure -> failure.in(language)));
  }

  private static ParseResult parse(List<String> words) {
    for (String word : words) {
      if (word.indexOf('\uFFFD') >= 0) {
        throw Failure.of(
            Kind.USAGE,
            "the argument '" + word + "' did not arrive as text",
            "Run with a UTF-8 locale, such as LC_ALL=C.UTF-8.");
      }
    }
    try {
      return CommandCatalogue.forWords(words).parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw WrongLine.of(e);
    }
  }

  private CommandOutcome groupWithoutVerb(CommandSpec spec) {
    if (spec.root() == spec) {
      return said(help(CommandCatalogue.forWords(List.of())));
    }
    throw verbMissing(spec);
  }

  /** What is wrong with a line that names a group of commands and none of them. */
  static Optional<Failure> withoutVerb(ParseResult parsed) {
    CommandSpec spec = leafOf(parsed).commandSpec();
    boolean fine =
        spec.userObject() instanceof Subcommand<?>
            || spec.root() == spec
            || anyOf(parsed, ParseResult::isUsageHelpRequested)
            || anyOf(parsed, ParseResult::isVersionHelpRequested);
    return fine ? Optional.empty() : Optional.of(verbMissing(spec));
  }

  private static Failure verbMissing(CommandSpec spec) {
    return Failure.of(
        Kind.USAGE,
        "'"
            + spec.qualifiedName()
            + "' needs one of: "
            + String.join(", ", spec.subcommands().keySet()),
        "See `" + spec.qualifiedName() + " --help`.");
  }

  private String help(CommandLine commandLine) {
    return HelpText.of(commandLine, HelpText.width(workspace.console(), workspace.environment()));
  }

  private static String version() {
    return "wxcard " + Version.current();
  }

  private CommandOutcome said(String text) {
    Console console = workspace.console();
    text.lines().forEach(console::line);
    return CommandOutcome.done();
  }

  private CommandOutcome failed(
      Failure failure, List<String> words, Presenter presenter, InterruptHandling.Scope scope) {
    Language language = language(own(words));
    presenter.failed(scope.told(failure).in(language), asksForJson(own(words)));
    return CommandOutcome.failed(failure.in(language));
  }

  private static ParseResult leafOf(ParseResult parsed) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    return leaf;
  }

  /** Whether an option was given anywhere: before the command's name, amid it or after. */
  private static boolean anyOf(ParseResult root, Predicate<ParseResult> given) {
    for (ParseResult level = root; level != null; level = level.subcommand()) {
      if (given.test(level)) {
        return true;
      }
    }
    return false;
  }

  /** Without what follows --, which is a value, or the line of another program. */
  private static List<String> own(List<String> words) {
    int end = words.indexOf("--");
    return end < 0 ? words : words.subList(0, end);
  }

  /** As {@link #asksForJson}. */
  private Language language(List<String> words) {
    String line = " " + String.join(" ", words).toLowerCase(Locale.ROOT) + " ";
    for (Language each : Language.values()) {
      String name = each.name().toLowerCase(Locale.ROOT) + " ";
      if (line.contains(" --lang " + name) || line.contains(" --lang=" + name)) {
        return each;
      }
    }
    return inherited.language == null
        ? Language.of(workspace.environment()::variable)
        : inherited.language;
  }

  /** A line that could not be parsed may still have said how it wants to hear of it. */
  private static boolean asksForJson(List<String> words) {
    return words.contains("--json")
        || words.stream().anyMatch(word -> word.equals("--jq") || word.startsWith("--jq="));
  }
}
