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
  static final List<String> TOPICS =
      List.of(
          "accounts",
          "batches",
          "calls",
          "cards",
          "config",
          "definitions",
          "environment",
          "events",
          "exit-codes",
          "journal",
          "sandbox",
          "scenarios",
          "scripting",
          "signatures");

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
    if (!TOPICS.contains(name)) {
      return Optional.empty();
    }
    List<String> plain = TopicMarkdown.plain(read("help/" + name + ".md").lines().toList());
    return Optional.of(String.join("\n", HelpReflow.of(plain, width)));
  }

  private static String read(String resource) {
    try (InputStream in = HelpText.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
