package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.cli.base.KnownSecrets;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.StepReport;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Keeps out of reports what the steps came to know: reports are kept and shared. */
final class SecretMask {
  private static final String STARS = "***";
  private static final int SHORTEST = 6;

  /** The members of a result that are secret, whatever their value. */
  private static final Set<String> KEYS =
      Set.of("access_token", "secret", "appsecret", "token", "encodingAesKey", "api_ticket");

  private final KnownSecrets configured;

  /** The longest first: one secret may be the beginning of another. */
  private final Set<String> values =
      new TreeSet<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  SecretMask(KnownSecrets configured) {
    this.configured = configured;
  }

  /** Takes in the secrets there are after a step: its own, and those in the config file by now. */
  void learn(StepReport step) {
    step.result().ifPresent(this::learn);
    configured.values().stream().filter(value -> value.length() >= SHORTEST).forEach(values::add);
  }

  /** The text with stars in place of every secret. */
  String text(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, STARS);
    }
    return masked;
  }

  /** The document with stars in place of every secret. */
  JsonNode json(JsonNode document) {
    if (document instanceof ArrayNode array) {
      ArrayNode masked = Json.array();
      array.forEach(element -> masked.add(json(element)));
      return masked;
    }
    if (document instanceof ObjectNode object) {
      ObjectNode masked = Json.object();
      object.properties().forEach(member -> masked.set(member.getKey(), json(member.getValue())));
      return masked;
    }
    return document.isTextual() ? new TextNode(text(document.textValue())) : document;
  }

  private void learn(JsonNode result) {
    result
        .properties()
        .forEach(
            member -> {
              String text = member.getValue().asText();
              if (KEYS.contains(member.getKey()) && text.length() >= SHORTEST) {
                values.add(text);
              }
            });
    result.forEach(this::learn);
  }
}
