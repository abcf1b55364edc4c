package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.Confirmation.DeclinedException;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.InterruptHandling;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.cli.base.Timeouts;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.CommandResult.AlreadyPrinted;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.OutputFormat;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.StandardOutput.ClosedPipeException;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.text.Language;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Takes one command line from words to an outcome. */
public final class Cli {
  private static final String VERSION = "--version";

  private final ProgramContext program;
  private final Console console;
  private final GlobalOptions inherited;
  private final boolean quiet;

  public Cli(ProgramContext program) {
    this(program, program.console(), new GlobalOptions(), false);
  }

  /**
   * For commands that run inside another one.
   *
   * @param inherited what they do not say themselves, that one says
   * @param quiet whether the caller reads the outcome, so that none of it is printed
   */
  Cli(ProgramContext program, Console console, GlobalOptions inherited, boolean quiet) {
    this.program = program;
    this.console = console;
    this.inherited = inherited;
    this.quiet = quiet;
  }

  /** Runs the program's arguments by themselves; the exit code. */
  public static int main(Environment environment, Console console, String... arguments) {
    try (ProgramContext program = new ProgramContext(environment, console)) {
      return new Cli(program).run(List.of(arguments)).exitCode();
    } catch (ClosedPipeException gone) {
      return 0;
    }
  }

  /** Runs one command line and prints what came of it. */
  public CommandOutcome run(List<String> words) {
    try (InterruptHandling.Scope scope = program.interrupts().command()) {
      return run(words, scope);
    }
  }

  private CommandOutcome run(List<String> words, InterruptHandling.Scope scope) {
    try {
      if (words.equals(List.of(VERSION))) {
        // What scripts ask before anything else needs no parser.
        return said(version());
      }
      return execute(parse(words), scope);
    } catch (Failure failure) {
      return failed(failure, words, scope);
    } catch (DeclinedException no) {
      if (!quiet) {
        console.say(no.getMessage());
      }
      return CommandOutcome.done();
    } catch (ClosedPipeException gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return failed(UnexpectedErrors.of(defect, words, program.environment()), words, scope);
    }
  }

  private CommandOutcome execute(ParsedCommandLine line, InterruptHandling.Scope scope) {
    if (line.asksForHelp()) {
      refuse(UsageErrors.unknownCommand(line.leaf()));
      return said(help(line.spec().commandLine()));
    }
    if (line.asksForVersion()) {
      return said(version());
    }
    if (line.isProgramAlone()) {
      return said(help(CommandCatalogue.forWords(List.of())));
    }
    refuse(line.withoutVerb());
    Subcommand command = line.command().orElseThrow();
    GlobalOptions options = line.options();
    options.inherit(inherited);
    // A filter that cannot be understood must be known of before anything is done.
    options.format();
    command.context = contextOf(command, options);
    CommandResult found = command.context.shown(command.run());
    return found instanceof AlreadyPrinted printed
        ? new CommandOutcome(printed.exitCode(), Optional.empty(), Optional.empty())
        : show((Result) found, command.context, scope);
  }

  private static void refuse(Optional<Failure> why) {
    if (why.isPresent()) {
      throw why.get();
    }
  }

  private CommandContext contextOf(Subcommand command, GlobalOptions options) {
    boolean typed = console.terminal().inTerminal();
    Timeouts timeouts = Timeouts.of(command, options.timeout, typed);
    return new CommandContext(program, console, options, timeouts, NestedCommandRunner::new, quiet);
  }

  private CommandOutcome show(
      Result result, CommandContext context, InterruptHandling.Scope scope) {
    Language language = context.language();
    if (!quiet) {
      print(result, context, scope);
    }
    return CommandOutcome.found(
        result.json(), result.failure().map(failure -> failure.in(language)));
  }

  private static void print(Result result, CommandContext context, InterruptHandling.Scope scope) {
    Printer printer = context.printer();
    try {
      printer.result(result);
    } catch (ClosedPipeException gone) {
      scope.withoutReader(result).ifPresent(printer::failure);
      throw gone;
    }
    result.afterword().ifPresent(context::note);
    scope.afterResult(result.failure()).ifPresent(printer::failure);
  }

  private static ParsedCommandLine parse(List<String> words) {
    for (String word : words) {
      if (word.indexOf('\uFFFD') >= 0) {
        throw Failure.of(
            FailureKind.USAGE,
            "the argument '" + word + "' did not arrive as text",
            "Run with a UTF-8 locale, such as LC_ALL=C.UTF-8.");
      }
    }
    try {
      return ParsedCommandLine.of(words);
    } catch (ParameterException e) {
      throw UsageErrors.of(e);
    }
  }

  private String help(CommandLine commandLine) {
    return HelpText.of(commandLine, HelpText.width(console, program.environment()));
  }

  private static String version() {
    return "wxcard " + Version.current();
  }

  private CommandOutcome said(String text) {
    text.lines().forEach(console.page()::line);
    return CommandOutcome.done();
  }

  private CommandOutcome failed(
      Failure failure, List<String> words, InterruptHandling.Scope scope) {
    GlobalOptions options = GlobalOptions.glimpsed(own(words));
    options.inherit(inherited);
    Language language = options.language(program.environment());
    if (!quiet) {
      OutputFormat format = options.wantsJson() ? OutputFormat.JSON : OutputFormat.TEXT;
      new Printer(console.with(options.color), format, language).failure(scope.told(failure));
    }
    return CommandOutcome.failed(failure.in(language));
  }

  /** Without what follows --, which is a value, or the line of another program. */
  private static List<String> own(List<String> words) {
    int end = words.indexOf("--");
    return end < 0 ? words : words.subList(0, end);
  }
}
