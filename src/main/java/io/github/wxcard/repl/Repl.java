package io.github.wxcard.repl;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Printer;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.SecretPatterns;
import java.io.IOException;
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
      return new ScriptLoop(console, session(runner), printer.format().json()).run();
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
}
