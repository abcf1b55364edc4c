package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.util.ArrayList;
import java.util.List;

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

  /** A code after somebody did something with it. */
  static Document held(JsonNode answer) {
    return Document.members(answer, "card_id", "code", "openid", "user_card_status");
  }

  /** What a user has just received of a card: one code, or several that were claimed at once. */
  static Document claimed(JsonNode answer) {
    String cardId = answer.path("card_id").asText();
    String openid = answer.path("openid").asText();
    List<String> codes = new ArrayList<>();
    answer.path("codes").forEach(code -> codes.add(code.asText()));
    if (codes.isEmpty()) {
      codes.add(answer.path("code").asText());
    }
    ObjectNode json = Json.object();
    json.put("card_id", cardId).put("code", codes.get(0)).put("openid", openid);
    if (codes.size() > 1) {
      codes.forEach(json.putArray("codes")::add);
    }
    return new Document(
        json, codes.stream().map(code -> cardId + " " + code + " " + openid).toList());
  }
}
