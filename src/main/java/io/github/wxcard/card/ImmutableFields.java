package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code /card/update} may not even name: it stays as it was at creation. */
public final class ImmutableFields {
  private ImmutableFields() {}

  /** JsonPointers to them in the body of an update; {@code null} is an absent key. */
  public static List<String> in(JsonNode body) {
    List<String> pointers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      CardSchema.standard()
          .inner(member.getKey().toUpperCase(Locale.ROOT))
          .ifPresent(card -> find("/" + member.getKey(), member.getValue(), card, pointers));
    }
    return pointers;
  }

  private static void find(String at, JsonNode object, Field field, List<String> pointers) {
    field
        .properties()
        .forEach(
            (name, member) -> {
              String pointer = at + "/" + name;
              if (object.hasNonNull(name) && member.notes().fixed()) {
                pointers.add(pointer);
              } else {
                find(pointer, object.path(name), member, pointers);
              }
            });
  }

  /**
   * Takes them out of a card's own object, and with them what only answers have.
   *
   * @param key under which the object stands
   * @return their names
   */
  static List<String> removedFrom(JsonNode card, String key) {
    List<String> names = new ArrayList<>();
    CardSchema.standard()
        .inner(key.toUpperCase(Locale.ROOT))
        .ifPresent(field -> remove(card, field, names));
    return names;
  }

  private static void remove(JsonNode node, Field field, List<String> names) {
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    field
        .properties()
        .forEach(
            (name, member) -> {
              if (member.notes().answerOnly()) {
                object.remove(name);
              } else if (!member.notes().fixed()) {
                remove(object.path(name), member, names);
              } else if (object.remove(name) != null) {
                names.add(name);
              }
            });
  }
}
