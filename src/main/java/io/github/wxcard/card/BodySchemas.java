package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bodies of other calls, as {@code bodies.json} tells them from card definitions. */
public final class BodySchemas {
  private static final String UPDATE = "/card/update";

  private final List<JsonNode> marks = new ArrayList<>();
  private final List<BodySchema> bodies = new ArrayList<>();

  private BodySchemas(JsonNode document) {
    SchemaReader reader = new SchemaReader(document);
    for (JsonNode body : document.path("bodies")) {
      marks.add(body.path("marks"));
      bodies.add(
          new BodySchema(
              body.path("call").textValue(),
              "",
              body.path("shape").asBoolean(),
              reader.field(body.path("schema"))));
    }
  }

  /** The bodies that this program knows, read once when first asked for. */
  public static BodySchemas standard() {
    return Holder.STANDARD;
  }

  /**
   * The first that has all its marks, be they null; none for a card definition and for an answer.
   */
  Optional<BodySchema> find(JsonNode tree) {
    if (!tree.isObject() || tree.has("errcode") || tree.has("card_type") || tree.has("card")) {
      return Optional.empty();
    }
    Optional<BodySchema> update = update(tree);
    if (update.isPresent()) {
      return update;
    }
    for (int i = 0; i < bodies.size(); i++) {
      if (marked(tree, marks.get(i))) {
        return Optional.of(bodies.get(i));
      }
    }
    return Optional.empty();
  }

  /** The body of the call with this path, when its fields are known. */
  public Optional<BodySchema> of(String path) {
    return bodies.stream().filter(body -> body.isOf(path)).findFirst();
  }

  private static boolean marked(JsonNode tree, JsonNode marks) {
    for (Map.Entry<String, JsonNode> mark : marks.properties()) {
      JsonNode value = tree.path(mark.getKey());
      if (!value.isNull() && !ValueChecks.is(value, mark.getValue().textValue())) {
        return false;
      }
    }
    return !marks.isEmpty();
  }

  /** An update names a card and only what changes in it. */
  private Optional<BodySchema> update(JsonNode tree) {
    CardSchema cards = CardSchema.standard();
    for (String key : cards.card().properties().keySet()) {
      if (tree.has("card_id") && tree.path(key).isObject()) {
        String type = key.toUpperCase(Locale.ROOT);
        return Optional.of(new BodySchema(UPDATE, type, true, cards.update(type)));
      }
    }
    return Optional.empty();
  }

  private static final class Holder {
    static final BodySchemas STANDARD = new BodySchemas(CardSchema.resource("bodies.json"));
  }
}
