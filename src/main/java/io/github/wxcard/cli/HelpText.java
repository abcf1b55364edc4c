package io.github.wxcard.cli;

import io.github.wxcard.config.Environment;
import io.github.wxcard.output.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /**
   * Turns a topic's Markdown into the plain lines that {@link HelpReflow} lays out: headings and
   * paragraphs at the margin, tables as two columns, code two further in.
   */
  private static final class TopicMarkdown {
    private static final Pattern ROW = Pattern.compile("\\| (.+?) (?<!\\\\)\\| (.+) \\|");
    private static final Pattern LINK = Pattern.compile("<(https://[^>]+)>");

    /** A word needs no quotes to be told from the prose around it. */
    private static final Pattern CODE_WORD = Pattern.compile("`([^` ]+)`");

    private static final String FENCE = "```";

    /** A longer name stands on a line of its own. */
    private static final int LONGEST_NAME = 20;

    private record Row(String name, String text) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Row> table = new ArrayList<>();
    private boolean code;

    private TopicMarkdown() {}

    static List<String> plain(List<String> markdown) {
      TopicMarkdown topic = new TopicMarkdown();
      markdown.forEach(topic::line);
      topic.endTable();
      return topic.lines;
    }

    private void line(String line) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (code) {
        lines.add("  " + line);
      } else if (line.startsWith("|---")) {
        table.clear(); // Above it stand the columns' names, which the text says as well.
      } else if (row.matches()) {
        table.add(new Row(text(row.group(1)).replace("`", ""), text(row.group(2))));
      } else {
        endTable();
        lines.add(text(line.replaceFirst("^#+ ", "")));
      }
    }

    private void endTable() {
      int longest =
          table.stream()
              .mapToInt(row -> row.name().length())
              .filter(length -> length <= LONGEST_NAME)
              .max()
              .orElse(LONGEST_NAME);
      String column = " ".repeat(longest + 4);
      for (Row row : table) {
        String name = "  " + row.name();
        if (name.length() + 2 <= column.length()) {
          lines.add(name + column.substring(name.length()) + row.text());
        } else {
          lines.add(name);
          lines.add(column + row.text());
        }
      }
      table.clear();
    }

    private static String text(String markdown) {
      String linked = LINK.matcher(markdown).replaceAll("$1");
      return CODE_WORD.matcher(linked).replaceAll("$1").replace("\\|", "|");
    }
  }
}
