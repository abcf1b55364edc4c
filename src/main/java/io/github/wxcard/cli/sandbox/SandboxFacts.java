package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a sandbox says of itself, a fact a line. */
record SandboxFacts(ObjectNode json) implements Result {
  private static final Set<String> WIRE = Set.of("errcode", "errmsg");

  /** The answer of a call, without what only says that it succeeded. */
  static SandboxFacts of(JsonNode answer) {
    ObjectNode facts = Json.object();
    for (Map.Entry<String, JsonNode> field : answer.properties()) {
      if (!WIRE.contains(field.getKey())) {
        facts.set(field.getKey(), field.getValue());
      }
    }
    return new SandboxFacts(facts);
  }

  @Override
  public void text(Page page) {
    for (Map.Entry<String, JsonNode> fact : json.properties()) {
      page.line(fact.getKey() + " " + shown(fact.getValue()));
    }
  }

  private static String shown(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(word.asText()));
    return words.isEmpty() ? "-" : String.join(" ", words);
  }
}
