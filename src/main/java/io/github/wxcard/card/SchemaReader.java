package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Field.Choice;
import io.github.wxcard.card.Field.Limits;
import io.github.wxcard.card.Field.Notes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** JSON Schema, as far as the card schema uses it, to {@link Field}s. */
final class SchemaReader {
  private final JsonNode document;
  private final Map<String, Field> references = new HashMap<>();

  SchemaReader(JsonNode document) {
    this.document = document;
  }

  Field read() {
    return field(document);
  }

  Field field(JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    if (reference.isEmpty()) {
      return plain(schema);
    }
    JsonNode target = document.at(reference.substring(1));
    if (schema.size() > 1) {
      ObjectNode merged = target.deepCopy();
      merged.setAll((ObjectNode) schema);
      merged.remove("$ref");
      return plain(merged);
    }
    Field known = references.get(reference);
    if (known == null) {
      known = plain(target);
      references.put(reference, known);
    }
    return known;
  }

  private Field plain(JsonNode schema) {
    Map<String, Field> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      properties.put(property.getKey(), field(property.getValue()));
    }
    JsonNode type = schema.path("type");
    return new Field(
        type.isTextual() ? List.of(type.textValue()) : texts(type),
        Collections.unmodifiableMap(properties),
        texts(schema.path("required")),
        schema.has("items") ? Optional.of(field(schema.path("items"))) : Optional.empty(),
        choices(schema),
        limits(schema),
        notes(schema));
  }

  private static List<Choice> choices(JsonNode schema) {
    List<Choice> choices = new ArrayList<>();
    for (JsonNode value : schema.path("enum")) {
      choices.add(new Choice(value, "", false, OptionalInt.empty()));
    }
    for (JsonNode one : schema.path("oneOf")) {
      choices.add(
          new Choice(
              one.path("const"),
              one.path("title").asText(""),
              one.path("deprecated").asBoolean(),
              integer(one, "errcode")));
    }
    return List.copyOf(choices);
  }

  private static Limits limits(JsonNode schema) {
    return new Limits(
        integer(schema, "maxBytes"),
        integer(schema, "maxLength"),
        integer(schema, "minLength"),
        number(schema, "minimum"),
        number(schema, "maximum"),
        integer(schema, "minItems"),
        integer(schema, "maxItems"),
        Optional.ofNullable(schema.get("pattern")).map(p -> Pattern.compile(p.textValue())));
  }

  private static Notes notes(JsonNode schema) {
    return new Notes(
        integer(schema, "errcode"),
        schema.path("hint").asText(""),
        texts(schema.path("cardTypes")),
        schema.path("answerOnly").asBoolean(),
        schema.path("fixed").asBoolean(),
        schema.path("deprecated").asBoolean(),
        schema.path("additionalProperties").asBoolean(),
        schema.path("url").asText(""),
        schema.path("tolerated").asText(""),
        schema.path("unit").asText(""));
  }

  private static OptionalInt integer(JsonNode schema, String keyword) {
    return schema.has(keyword)
        ? OptionalInt.of(schema.path(keyword).intValue())
        : OptionalInt.empty();
  }

  private static OptionalLong number(JsonNode schema, String keyword) {
    return schema.has(keyword)
        ? OptionalLong.of(schema.path(keyword).longValue())
        : OptionalLong.empty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return List.copyOf(texts);
  }
}
