package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something done with a code that somebody holds. */
abstract class SandboxCodeCommand extends SandboxApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code of the card.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "The card, where several have a code of this text.")
  String cardId;

  /** The body of a call about it, {@code {"code","card_id"?}}. */
  ObjectNode body() {
    ArgumentChecks.notBlank("CODE", code);
    ObjectNode body = Json.object().put("code", code);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    return body;
  }

  /** The same with the person who does something. */
  ObjectNode body(String key, String user) {
    ArgumentChecks.notBlank("USER", user);
    return body().put(key, user);
  }
}
