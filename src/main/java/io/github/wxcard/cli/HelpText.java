package io.github.wxcard.cli;

import io.github.wxcard.config.Environment;
import io.github.wxcard.output.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** What {@code --help} and {@code help TOPIC} say. */
final class HelpText {
  static final List<String> TOPICS = List.of("exit-codes", "environment", "config");
  static final int NARROWEST = 60;
  static final int WIDEST = 100;

  private HelpText() {}

  /** How wide a page is: as the terminal, within reason; in a pipe as COLUMNS asks, if it does. */
  static int width(Console console, Environment environment) {
    boolean known = console.terminal().outTerminal() || environment.variable("COLUMNS").isPresent();
    int width = known ? console.terminal().width().getAsInt() : WIDEST;
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  static String of(CommandLine commandLine, int width) {
    return HelpLayout.render(commandLine, width);
  }

  /** The text of a topic, if there is such a topic. */
  static Optional<String> topic(String name, int width) {
    return TOPICS.contains(name)
        ? Optional.of(
            String.join("\n", HelpReflow.of(read("help/" + name + ".txt").lines().toList(), width)))
        : Optional.empty();
  }

  private static String read(String resource) {
    try (InputStream in = HelpText.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
