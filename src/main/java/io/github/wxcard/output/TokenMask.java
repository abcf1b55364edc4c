package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;

/** Keeps a result's tokens out of what is said about it: error messages are kept in logs. */
final class TokenMask {
  private static final String STARS = "***";
  private static final int SHORTEST = 4;
  private static final Set<String> KEYS = Set.of("secret", "appsecret", "encodingaeskey");

  private final Set<String> tokens = new HashSet<>();

  private TokenMask() {}

  /** A mask for the tokens of a result, whose members say that they are some. */
  static TokenMask of(JsonNode document) {
    TokenMask mask = new TokenMask();
    mask.learn(document);
    return mask;
  }

  /** The text with stars in place of every token. */
  String text(String text) {
    return tokens.stream().reduce(text, (masked, token) -> masked.replace(token, STARS));
  }

  /** A copy of the document with stars in place of every token. */
  JsonNode json(JsonNode document) {
    JsonNode copy = document.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(json(member.getValue())));
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, json(array.get(i)));
      }
    }
    return copy.isTextual() ? new TextNode(text(copy.textValue())) : copy;
  }

  private void learn(JsonNode node) {
    node.properties()
        .forEach(
            member -> {
              String value = member.getValue().asText();
              if (isToken(member.getKey().toLowerCase()) && value.length() >= SHORTEST) {
                tokens.add(value);
              }
            });
    node.forEach(this::learn);
  }

  private static boolean isToken(String key) {
    return key.endsWith("access_token") || key.endsWith("refresh_token") || KEYS.contains(key);
  }
}
