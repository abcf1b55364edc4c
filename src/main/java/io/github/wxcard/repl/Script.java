package io.github.wxcard.repl;

import io.github.wxcard.output.Console;
import java.util.Optional;

/** Lines from a file or a pipe: no prompt, and the first failure ends it. */
record Script(Console console, Session session, boolean json) {
  /** Runs to the end of the input; the exit code is that of the line that failed, else 0. */
  int run() {
    int number = 0;
    for (Optional<String> line = console.readLine();
        line.isPresent() && !session.isOver();
        line = console.readLine()) {
      number++;
      int exitCode = session.run(number == 1 ? withoutByteOrderMark(line.get()) : line.get());
      if (exitCode != 0) {
        sayWhere(number, line.get());
        return exitCode;
      }
    }
    return 0;
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }

  /** A program that reads the error as JSON expects it to be the last thing said. */
  private void sayWhere(int number, String line) {
    if (!json && !line.contains(" --json") && !line.contains(" --jq")) {
      console.say("stopped at line " + number + ": " + line.strip());
    }
  }
}
