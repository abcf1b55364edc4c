package io.github.wxcard.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The controlling terminal, asked through {@code stty}: a few milliseconds, where a terminal
 * library would cost more than the command itself. Only the system's own is run, never one that the
 * PATH leads to.
 */
final class Stty {
  static final int USUAL_WIDTH = 80;

  private static final List<String> PLACES =
      List.of("/bin/stty", "/usr/bin/stty", "/run/current-system/sw/bin/stty");

  private static final File TERMINAL = new File("/dev/tty");

  private Stty() {}

  /** Columns; what nobody knows counts as {@value #USUAL_WIDTH}. */
  static int width(Map<String, String> variables) {
    return positive(variables.get("COLUMNS"))
        .or(() -> run("size").flatMap(size -> positive(size.substring(size.indexOf(' ') + 1))))
        .orElse(USUAL_WIDTH);
  }

  /** Hides what is typed until the answer is closed, or the process killed. */
  static EchoOff hide() {
    Thread whenKilled = new Thread(Stty::show);
    Runtime.getRuntime().addShutdownHook(whenKilled);
    return new EchoOff(run("-echo").isPresent(), whenKilled);
  }

  private static void show() {
    run("echo");
  }

  /** Typing that does not show, unless that does not work. */
  record EchoOff(boolean works, Thread whenKilled) implements AutoCloseable {
    @Override
    public void close() {
      show();
      Runtime.getRuntime().removeShutdownHook(whenKilled);
    }
  }

  private static Optional<Integer> positive(String digits) {
    if (digits == null || !digits.strip().matches("\\d{1,6}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(digits.strip())).filter(number -> number > 0);
  }

  private static Optional<String> run(String argument) {
    Optional<String> program =
        PLACES.stream().filter(place -> new File(place).canExecute()).findFirst();
    return program.flatMap(found -> run(found, argument));
  }

  private static Optional<String> run(String program, String argument) {
    try {
      Process stty =
          new ProcessBuilder(program, argument)
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0;
      return done ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
