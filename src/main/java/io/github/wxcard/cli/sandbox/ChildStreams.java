package io.github.wxcard.cli.sandbox;

import io.github.wxcard.output.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a command the three streams: this process's own as they are, so that a terminal stays one;
 * others, as inside a scenario, are carried to it and from it.
 */
final class ChildStreams {
  private final Console console;
  private final List<Thread> outgoing = new ArrayList<>();

  ChildStreams(Console console) {
    this.console = console;
  }

  Process start(ProcessBuilder command) throws IOException {
    if (console.isOfProcess()) {
      return command.inheritIO().start();
    }
    Process process = command.start();
    outgoing.add(carrying(process.getInputStream(), console.out()));
    outgoing.add(carrying(process.getErrorStream(), console.err()));
    carrying(console.in(), process.getOutputStream());
    return process;
  }

  /** Returns when all is out that the command has printed. */
  void await() throws InterruptedException {
    for (Thread thread : outgoing) {
      thread.join();
    }
  }

  private Thread carrying(InputStream from, OutputStream to) {
    Thread thread = new Thread(() -> carry(from, to), "wxcard exec stream");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void carry(InputStream from, OutputStream to) {
    try {
      from.transferTo(to);
      to.flush();
    } catch (IOException readerGone) {
      // The command goes on without, as it would in a pipe of a shell.
    } finally {
      closeInput(from, to);
    }
  }

  /** A command that reads to the end of its input must find that end. */
  private void closeInput(InputStream from, OutputStream to) {
    if (from == console.in()) {
      try {
        to.close();
      } catch (IOException commandGone) {
        return;
      }
    }
  }
}
