package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandContext.Nesting;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Console;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** Runs and checks command lines inside another command, whose options hold where they say none. */
record NestedCommandRunner(CommandContext outer, Nesting nesting) implements CommandRunner {
  @Override
  public CommandOutcome run(List<String> words, String input) {
    return switch (nesting) {
      case PRINTED -> run(outer.console(), words, false);
      case QUIET -> run(outer.streams(), words, true);
      case ISOLATED -> runIsolated(words, input);
    };
  }

  private CommandOutcome run(Console console, List<String> words, boolean quiet) {
    return new Cli(outer.program(), console, outer.options(), quiet).run(words);
  }

  /**
   * What a command printed that has no result of its own, such as a batch, is its result: {@code
   * {"lines":[…]}}. What it told the person is kept, unless everything is to be seen.
   */
  private CommandOutcome runIsolated(List<String> words, String input) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Console console =
        outer.options().verbose
            ? outer.streams().beside(in, printed)
            : outer.streams().apart(in, printed, said);
    CommandOutcome outcome =
        run(console, words, true).saying(said.toString(StandardCharsets.UTF_8).lines().toList());
    return outcome.result().isPresent() || printed.size() == 0
        ? outcome
        : outcome.finding(lines(printed.toString(StandardCharsets.UTF_8)));
  }

  private static JsonNode lines(String text) {
    ArrayNode lines = Json.array();
    text.lines().map(NestedCommandRunner::line).forEach(lines::add);
    return Json.object().set("lines", lines);
  }

  private static JsonNode line(String text) {
    try {
      return text.startsWith("{") ? Json.read(text) : new TextNode(text);
    } catch (IOException noJson) {
      return new TextNode(text);
    }
  }

  @Override
  public Optional<ParseError> check(List<String> words) {
    try {
      ParsedCommandLine line = ParsedCommandLine.of(words);
      return line.withoutVerb()
          .map(why -> new ParseError(why, "", List.of()))
          .or(() -> filter(line.options()));
    } catch (ParameterException e) {
      return Optional.of(UsageErrors.parseError(e));
    }
  }

  private static Optional<ParseError> filter(GlobalOptions options) {
    try {
      options.format();
      return Optional.empty();
    } catch (Failure unreadable) {
      return Optional.of(new ParseError(unreadable, options.jq, List.of(".")));
    }
  }

  @Override
  public void interrupt(Thread running) {
    outer.program().interrupts().interrupt();
  }
}
