package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.function.Function;

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
