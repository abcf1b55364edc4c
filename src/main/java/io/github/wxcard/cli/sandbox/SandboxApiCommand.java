package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A command that works a sandbox's controls, and never reaches a real account. */
abstract class SandboxApiCommand extends Subcommand {
  abstract CommandResult call(SandboxApi sandbox);

  @Override
  public final CommandResult run() {
    context.aimAtSandbox();
    return call(context.weChat().sandbox());
  }

  /** What a sandbox says of itself, a fact a line. */
  static Document facts(JsonNode answer) {
    ObjectNode facts = Document.bare(answer);
    List<String> lines = new ArrayList<>();
    facts.properties().forEach(fact -> lines.add(fact.getKey() + " " + shown(fact.getValue())));
    return new Document(facts, lines);
  }

  private static String shown(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(word.asText()));
    return words.isEmpty() ? "-" : String.join(" ", words);
  }

  /**
   * A list of what a sandbox holds: {@code {name: [entries]}}, or a line for each.
   *
   * @param heading what the parts of a line are; empty for none
   */
  record SandboxListing(
      String name, String heading, JsonNode entries, Function<JsonNode, String> line)
      implements Result {
    @Override
    public JsonNode json() {
      return Json.object().set(name, entries);
    }

    @Override
    public void text(Page page) {
      if (!heading.isEmpty() && !entries.isEmpty()) {
        page.heading(heading);
      }
      entries.forEach(entry -> page.line(line.apply(entry)));
    }
  }
}
