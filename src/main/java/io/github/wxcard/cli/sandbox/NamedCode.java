package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which code a verb of the user's side is about. */
final class NamedCode {
  @Parameters(paramLabel = "CODE", description = "The code of the card.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "The card, where several have a code of this text.")
  String cardId;

  /** The body of a call about it, {@code {"code","card_id"?}}. */
  ObjectNode json() {
    ArgumentChecks.notBlank("CODE", code);
    ObjectNode body = Json.object().put("code", code);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    return body;
  }

  /** The same with the person who does something. */
  ObjectNode json(String key, String user) {
    ArgumentChecks.notBlank("USER", user);
    return json().put(key, user);
  }
}
