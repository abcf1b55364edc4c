package io.github.wxcard.repl;

import io.github.wxcard.output.Console;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Lines from a person: Ctrl-C clears the line or stops the command, Ctrl-D leaves. */
final class InteractiveLoop {
  private final Console console;
  private final ReplSession replSession;
  private final HistoryFile history;
  private final Supplier<String> prompt;
  private boolean historyWorks = true;

  InteractiveLoop(
      Console console, ReplSession replSession, HistoryFile history, Supplier<String> prompt) {
    this.console = console;
    this.replSession = replSession;
    this.history = history;
    this.prompt = prompt;
  }

  /** Reads and runs until the person leaves. */
  void run(LineReader reader) {
    recall(reader);
    while (!replSession.isOver()) {
      Optional<String> line = read(reader);
      if (line.isEmpty()) {
        return;
      }
      keep(line.get());
      runInterruptibly(reader.getTerminal(), line.get());
    }
  }

  private Optional<String> read(LineReader reader) {
    try {
      return Optional.of(reader.readLine(prompt.get()));
    } catch (UserInterruptException cleared) {
      return Optional.of("");
    } catch (EndOfFileException left) {
      return Optional.empty();
    }
  }

  /**
   * Ctrl-C asks the running command to stop, a second one not to wait for anything; a third one
   * ends the program as it always does.
   */
  private void runInterruptibly(Terminal terminal, String line) {
    Thread running = Thread.currentThread();
    SignalHandler before =
        terminal.handle(
            Signal.INT,
            first -> {
              terminal.handle(
                  Signal.INT,
                  second -> {
                    terminal.handle(Signal.INT, SignalHandler.SIG_DFL);
                    replSession.interrupt(running);
                  });
              replSession.interrupt(running);
            });
    try {
      replSession.run(line);
    } finally {
      terminal.handle(Signal.INT, before);
      Thread.interrupted();
    }
  }

  private void recall(LineReader reader) {
    try {
      List<String> lines = history.read();
      lines.forEach(reader.getHistory()::add);
    } catch (IOException e) {
      giveUpHistory(e);
    }
  }

  private void keep(String line) {
    if (!historyWorks) {
      return;
    }
    try {
      history.add(line);
    } catch (IOException e) {
      giveUpHistory(e);
    }
  }

  private void giveUpHistory(IOException e) {
    historyWorks = false;
    console.warn("the history is not kept: " + IoErrorMessage.of(e));
  }
}
