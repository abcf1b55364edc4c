package io.github.wxcard.repl;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.LineInput;
import io.github.wxcard.output.Printer;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.SecretPatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The same commands without the program's name, one after another, in a warm process. */
public final class Repl {
  private static final String GREETING =
      """
      Tab completes, help lists the commands, Ctrl-D leaves.
      Results set $card_id, $ticket, $url, $code and $openid.\
      """;

  private final Console console;
  private final Printer printer;
  private final CompletionSource completion;
  private final ReplContext context;
  private final ResultVariables results = new ResultVariables();

  public Repl(Console console, Printer printer, CompletionSource completion, ReplContext context) {
    this.console = console;
    this.printer = printer;
    this.completion = completion;
    this.context = context;
  }

  /** Runs until the input ends. The exit code is that of a script's failed line, else 0. */
  public int run(CommandRunner runner) {
    if (!console.terminal().inTerminal() || !console.terminal().outTerminal()) {
      return runScript(session(runner));
    }
    try (Terminal terminal = terminal()) {
      converse(runner, terminal);
      return 0;
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.INTERNAL,
              "the terminal cannot be used: " + IoErrorMessage.of(e),
              "Pipe the commands in instead: wxcard repl < script.txt")
          .causedBy(e);
    }
  }

  /** No prompt, and the first failure ends it; the exit code is that of the line that failed. */
  private int runScript(ReplSession session) {
    LineInput lines = console.lines();
    int number = 0;
    for (Optional<String> line = lines.next();
        line.isPresent() && !session.isOver();
        line = lines.next()) {
      number++;
      refuseUnreadable(number, line.get());
      int exitCode = session.run(line.get());
      if (exitCode != 0) {
        sayWhere(number, line.get());
        return exitCode;
      }
    }
    return 0;
  }

  private static void refuseUnreadable(int number, String line) {
    if (line.indexOf('\ufffd') >= 0 || line.indexOf('\0') >= 0) {
      throw Failure.of(
          FailureKind.INPUT,
          "line " + number + " of the script is not UTF-8; it was not run",
          "Save the script as UTF-8: it may be GBK, or UTF-16, which editors call Unicode.");
    }
  }

  /** A program that reads the error as JSON expects it to be the last thing said. */
  private void sayWhere(int number, String line) {
    if (!printer.format().json() && !line.contains(" --json") && !line.contains(" --jq")) {
      console.say("stopped at line " + number + ": " + line.strip());
    }
  }

  /** Talks with the person at a terminal. */
  void converse(CommandRunner runner, Terminal terminal) {
    GREETING.lines().forEach(console::say);
    HistoryFile history =
        new HistoryFile(context.history(), context.knownSecret().or(new SecretPatterns()));
    new InteractiveLoop(console, session(runner), history, context.prompt()).run(reader(terminal));
  }

  private ReplSession session(CommandRunner runner) {
    return new ReplSession(runner, printer, results);
  }

  private LineReader reader(Terminal terminal) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("wxcard")
        .parser(new LineParser())
        .completer(new LineCompleter(completion, results, context.workingFolder()))
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
        .option(LineReader.Option.AUTO_FRESH_LINE, true)
        .option(LineReader.Option.INSERT_TAB, false)
        .build();
  }

  /**
   * Nothing is asked of the terminal by escape sequence, as late answers would look like typing,
   * and no program is run for it, as the PATH may hold another one of that name.
   */
  private Terminal terminal() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .type(TerminalType.prepared(context.terminal()))
        .exec(false)
        .graphemeCluster(false)
        .dumb(true)
        .build();
  }

  /**
   * What the REPL is told about the place it runs in.
   *
   * @param prompt asked before every line, because a command may change the profile
   * @param history the file of earlier lines
   * @param knownSecret whether a line holds a secret or token of this person's account
   * @param workingFolder where relative file names start
   * @param terminal {@code TERM}
   */
  public record ReplContext(
      Supplier<String> prompt,
      Path history,
      Predicate<String> knownSecret,
      Path workingFolder,
      String terminal) {}
}
