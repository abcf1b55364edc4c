package io.github.wxcard.cli;

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

  private HelpText() {}

  static String of(CommandLine commandLine) {
    return HelpLayout.render(commandLine);
  }

  /** The text of a topic, if there is such a topic. */
  static Optional<String> topic(String name) {
    return TOPICS.contains(name) ? Optional.of(read("help/" + name + ".txt")) : Optional.empty();
  }

  private static String read(String resource) {
    try (InputStream in = HelpText.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
