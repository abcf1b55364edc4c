package io.github.wxcard.repl;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.LineInput;
import java.util.Optional;

/** Lines from a file or a pipe: no prompt, and the first failure ends it. */
record ScriptLoop(Console console, ReplSession session, boolean json) {
  /** Runs to the end of the input; the exit code is that of the line that failed, else 0. */
  int run() {
    int number = 0;
    LineInput lines = console.lines();
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
    if (!json && !line.contains(" --json") && !line.contains(" --jq")) {
      console.say("stopped at line " + number + ": " + line.strip());
    }
  }
}
