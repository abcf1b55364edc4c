package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a create body {@code {"card":{"card_type":"GROUPON","groupon":{…}}}}, found even
 * where it is not quite right.
 *
 * @param pointer where the card is: {@code /card}, or empty when the wrapper was forgotten
 * @param card what holds {@code card_type}; missing when there is nothing like a card
 * @param type the value of {@code card_type}, or what the inner key implies, or empty
 * @param key the name under which the card's own object stands, or empty
 * @param inner the card's own object, which holds {@code base_info}
 */
record CardBody(String pointer, JsonNode card, String type, String key, JsonNode inner) {
  static CardBody of(JsonNode tree) {
    boolean wrapped = tree.path("card").isObject();
    JsonNode card = wrapped ? tree.path("card") : bare(tree);
    String named = card.path("card_type").asText("");
    String key = key(card, named.toLowerCase(Locale.ROOT));
    String type = named.isEmpty() ? key.toUpperCase(Locale.ROOT) : named;
    return new CardBody(wrapped ? "/card" : "", card, type, key, card.path(key));
  }

  boolean found() {
    return card.isObject();
  }

  String innerPointer() {
    return pointer + "/" + key;
  }

  private static JsonNode bare(JsonNode tree) {
    boolean card = tree.has("card_type") || !objects(tree).isEmpty();
    return card && !tree.has("card") ? tree : MissingNode.getInstance();
  }

  /** The key that the type asks for, else the only other one that holds a card. */
  private static String key(JsonNode card, String wanted) {
    List<String> keys = objects(card);
    return card.has(wanted) || keys.size() != 1 ? wanted : keys.get(0);
  }

  private static List<String> objects(JsonNode card) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : card.properties()) {
      if (field.getValue().path("base_info").isObject()) {
        keys.add(field.getKey());
      }
    }
    return keys;
  }
}
