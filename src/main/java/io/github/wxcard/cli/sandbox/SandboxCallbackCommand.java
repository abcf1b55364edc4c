package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import java.util.List;
import picocli.CommandLine.Command;

/** The address that the sandbox pushes its events to. */
@Command(
    name = "callback",
    description = {
      "Set, show or remove the address that events are pushed to.",
      "",
      "A running `wxcard sandbox serve` delivers them, signed and if need be encrypted as WeChat",
      "does, up to four times each; `wxcard sandbox events` shows what became of them."
    })
final class SandboxCallbackCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxCallbackSetCommand.class,
        SandboxCallbackShowCommand.class,
        SandboxCallbackClearCommand.class);
  }

  /** Where events go, secrets masked. */
  static Document shown(JsonNode answer) {
    ObjectNode facts = Document.bare(answer);
    if (facts.path("url").isNull()) {
      return new Document(facts, List.of("no callback address is set"));
    }
    ObjectNode said = facts.deepCopy();
    said.properties().removeIf(fact -> fact.getValue().asText().isEmpty());
    return new Document(facts, SandboxApiCommand.facts(said).lines());
  }
}
