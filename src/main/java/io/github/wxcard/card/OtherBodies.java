package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bodies of other calls, as {@code bodies.json} tells them from card definitions. */
final class OtherBodies {
  private static final String UPDATE = "/card/update";

  private final JsonNode document;
  private final SchemaReader reader;

  private OtherBodies(JsonNode document) {
    this.document = document;
    this.reader = new SchemaReader(document);
  }

  static OtherBodies standard() {
    return Holder.STANDARD;
  }

  /**
   * The first that has all its marks, be they null; none for a card definition and for an answer.
   */
  Optional<OtherBody> find(JsonNode tree) {
    if (!tree.isObject() || tree.has("errcode") || tree.has("card_type") || tree.has("card")) {
      return Optional.empty();
    }
    Optional<OtherBody> update = update(tree);
    if (update.isPresent()) {
      return update;
    }
    for (JsonNode body : document.path("bodies")) {
      if (marked(tree, body.path("marks"))) {
        Field schema = reader.field(body.path("schema"));
        return Optional.of(new OtherBody(body.path("call").textValue(), "", schema));
      }
    }
    return Optional.empty();
  }

  private static boolean marked(JsonNode tree, JsonNode marks) {
    for (Map.Entry<String, JsonNode> mark : marks.properties()) {
      JsonNode value = tree.path(mark.getKey());
      if (!value.isNull() && !ValueLint.is(value, mark.getValue().textValue())) {
        return false;
      }
    }
    return true;
  }

  /** An update names a card and only what changes in it. */
  private Optional<OtherBody> update(JsonNode tree) {
    CardSchema cards = CardSchema.standard();
    for (String key : cards.card().properties().keySet()) {
      if (tree.has("card_id") && tree.path(key).isObject()) {
        String type = key.toUpperCase(Locale.ROOT);
        Field inner = cards.inner(type).orElseThrow();
        Map<String, Field> parts = new HashMap<>(inner.properties());
        parts.computeIfPresent("base_info", (name, base) -> base.with(base.properties()));
        Map<String, Field> members =
            Map.of("card_id", reader.field(document.at("/$defs/card_id")), key, inner.with(parts));
        return Optional.of(new OtherBody(UPDATE, type, inner.with(members)));
      }
    }
    return Optional.empty();
  }

  private static final class Holder {
    static final OtherBodies STANDARD = new OtherBodies(CardSchema.resource("bodies.json"));
  }
}
