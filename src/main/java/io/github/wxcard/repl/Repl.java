package io.github.wxcard.repl;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
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
  private final Grammar grammar;
  private final LiveValues live;
  private final Surroundings surroundings;
  private final Remembered remembered = new Remembered();

  public Repl(
      Console console,
      Printer printer,
      Grammar grammar,
      LiveValues live,
      Surroundings surroundings) {
    this.console = console;
    this.printer = printer;
    this.grammar = grammar;
    this.live = live;
    this.surroundings = surroundings;
  }

  /** Runs until the input ends. The exit code is that of a script's failed line, else 0. */
  public int run(CommandRunner runner) {
    if (!console.terminal().inTerminal() || !console.terminal().outTerminal()) {
      return new Script(console, session(runner), printer.format().json()).run();
    }
    try (Terminal terminal = terminal()) {
      converse(runner, terminal);
      return 0;
    } catch (IOException e) {
      throw Failure.of(
              Kind.INTERNAL,
              "the terminal cannot be used: " + IoErrorMessage.of(e),
              "Pipe the commands in instead: wxcard repl < script.txt")
          .causedBy(e);
    }
  }

  /** Talks with the person at a terminal. */
  void converse(CommandRunner runner, Terminal terminal) {
    GREETING.lines().forEach(console::say);
    HistoryFile history =
        new HistoryFile(
            surroundings.history(), surroundings.knownSecret().or(new SecretPatterns()));
    new Interactive(console, session(runner), history, surroundings.prompt()).run(reader(terminal));
  }

  private Session session(CommandRunner runner) {
    return new Session(runner, printer, remembered);
  }

  private LineReader reader(Terminal terminal) {
    FileNames files = new FileNames(surroundings.workingFolder());
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("wxcard")
        .parser(new LineParser())
        .completer(new WordCompleter(grammar, remembered, live, files))
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
        .type(TerminalType.prepared(surroundings.terminal()))
        .exec(false)
        .graphemeCluster(false)
        .dumb(true)
        .build();
  }
}
