package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** Where events go, secrets masked. */
record ShownCallback(ObjectNode json) implements Result {
  static ShownCallback of(JsonNode answer) {
    return new ShownCallback(SandboxFacts.of(answer).json());
  }

  @Override
  public void text(Page page) {
    if (json.path("url").isNull()) {
      page.line("no callback address is set");
    } else {
      ObjectNode said = json.deepCopy();
      said.properties().removeIf(fact -> fact.getValue().asText().isEmpty());
      new SandboxFacts(said).text(page);
    }
  }
}
