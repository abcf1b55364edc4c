package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Console;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.StepCommands;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs commands inside another one, which keeps its own streams. What a command printed that has no
 * result of its own, such as a batch, is its result: {@code {"lines":[…]}}. What it told the person
 * is kept, unless everything is to be seen.
 */
record SeparateCommands(CommandContext outer, Console streams, NestedCommands nested)
    implements StepCommands {

  @Override
  public CommandOutcome run(List<String> arguments, String input) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Console console =
        outer.options().verbose ? streams.beside(in, printed) : streams.apart(in, printed, said);
    CommandOutcome outcome =
        nested
            .run(outer, console, arguments, true)
            .saying(said.toString(StandardCharsets.UTF_8).lines().toList());
    return outcome.result().isPresent() || printed.size() == 0
        ? outcome
        : outcome.finding(lines(printed.toString(StandardCharsets.UTF_8)));
  }

  private static JsonNode lines(String text) {
    ArrayNode lines = Json.array();
    text.lines().map(SeparateCommands::line).forEach(lines::add);
    return Json.object().set("lines", lines);
  }

  private static JsonNode line(String text) {
    try {
      return text.startsWith("{") ? Json.read(text) : new TextNode(text);
    } catch (IOException noJson) {
      return new TextNode(text);
    }
  }
}
