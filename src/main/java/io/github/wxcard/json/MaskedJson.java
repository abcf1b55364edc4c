package io.github.wxcard.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.text.SecretMask;

/** Documents with stars in place of the secrets in them. */
public final class MaskedJson {
  private MaskedJson() {}

  /** A copy; what stands behind a secret's name is hidden whatever it is, objects looked into. */
  public static JsonNode of(JsonNode document, SecretMask mask) {
    return masked("", document, mask);
  }

  /** A mask that knows the secrets of a document by their names. */
  public static SecretMask maskOf(JsonNode document) {
    SecretMask mask = new SecretMask();
    learn(document, mask);
    return mask;
  }

  /** Lets the mask know what stands behind the names of secrets. */
  public static void learn(JsonNode document, SecretMask mask) {
    document
        .properties()
        .forEach(
            member -> {
              if (SecretMask.isSecret(member.getKey())) {
                mask.learn(member.getValue().asText());
              }
            });
    document.forEach(inner -> learn(inner, mask));
  }

  private static JsonNode masked(String name, JsonNode node, SecretMask mask) {
    if (node instanceof ArrayNode array) {
      ArrayNode masked = Json.array();
      array.forEach(element -> masked.add(masked(name, element, mask)));
      return masked;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode masked = Json.object();
      object
          .properties()
          .forEach(
              member ->
                  masked.set(
                      mask.text(member.getKey()),
                      masked(member.getKey(), member.getValue(), mask)));
      return masked;
    }
    if (!node.isTextual() && !node.isNumber()) {
      return node;
    }
    String shown = mask.value(name, node.asText());
    return shown.equals(node.asText()) ? node : new TextNode(shown);
  }
}
