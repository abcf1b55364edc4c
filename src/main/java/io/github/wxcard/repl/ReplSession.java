package io.github.wxcard.repl;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Printer;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.UnclosedQuoteException;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs line after line and remembers what came of each. */
final class ReplSession {
  private static final String PROGRAM = "wxcard";
  private static final Set<String> LEAVING = Set.of("exit", "quit");

  private final CommandRunner runner;
  private final Printer printer;
  private final ResultVariables results;
  private boolean over;

  ReplSession(CommandRunner runner, Printer printer, ResultVariables results) {
    this.runner = runner;
    this.printer = printer;
    this.results = results;
  }

  /** Whether a line asked to leave. */
  boolean isOver() {
    return over;
  }

  /** Asks the line that runs on a thread to stop; called on another one. */
  void interrupt(Thread running) {
    runner.interrupt(running);
  }

  /** Runs one line as typed; a blank line or a remark does nothing and is done. */
  int run(String line) {
    try {
      List<String> words =
          WordSplitter.split(line, results::require).stream().map(Word::text).toList();
      return run(withoutProgram(words));
    } catch (UnclosedQuoteException e) {
      return fail(
          Failure.of(FailureKind.USAGE, e.getMessage(), "Close the quote, or write \\ before it."));
    } catch (Failure e) {
      return fail(e);
    }
  }

  private int run(List<String> words) {
    if (words.isEmpty()) {
      return 0;
    }
    if (LEAVING.contains(words.get(0))) {
      over = true;
      return 0;
    }
    if (words.contains("repl")) {
      refuseNesting(words);
    }
    CommandOutcome outcome = runner.run(words, "");
    outcome.result().ifPresent(results::learn);
    return outcome.exitCode();
  }

  private static void refuseNesting(List<String> words) {
    Optional<String> command = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    if (command.equals(Optional.of("repl"))) {
      throw Failure.of(
          FailureKind.USAGE, "this already is the REPL", "Type the command itself; Ctrl-D leaves.");
    }
  }

  /** People paste whole command lines. */
  private static List<String> withoutProgram(List<String> words) {
    boolean named = !words.isEmpty() && words.get(0).equals(PROGRAM);
    return named ? words.subList(1, words.size()) : words;
  }

  private int fail(Failure failure) {
    printer.failure(failure);
    return failure.kind().exitCode();
  }
}
