package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Field.Choice;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * WeChat's limits on card definitions as data: {@code card.schema.json} for the fields, {@code
 * card.rules.json} for what holds between them. DefinitionLinter and the sandbox both read it.
 */
public final class CardSchema {
  private final Field root;
  private final Field cardId;
  private final Set<String> names;
  private final List<CardRule> rules;

  private CardSchema(SchemaReader reader, List<CardRule> rules) {
    this.root = reader.read();
    this.cardId = reader.field(Json.object().put("$ref", "#/$defs/card_id"));
    this.names = root.names();
    this.rules = rules;
  }

  /** The schema of this program, read once when first asked for. */
  public static CardSchema standard() {
    return Holder.STANDARD;
  }

  /** The whole document: {@code {"card":{…}}}. */
  public Field root() {
    return root;
  }

  /** What stands under {@code card}: {@code card_type} and the card's own object. */
  public Field card() {
    return root.properties().get("card");
  }

  /** The known values of {@code card_type}, legacy ones marked as deprecated. */
  public List<Choice> types() {
    return card().properties().get("card_type").choices();
  }

  /** The card's own object for a card type such as {@code GROUPON}; its key is in lower case. */
  public Optional<Field> inner(String cardType) {
    boolean known = types().stream().anyMatch(type -> type.value().asText().equals(cardType));
    return known
        ? Optional.of(card().properties().get(cardType.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The body of {@code /card/update} for a card of a known type: nothing in it is required. */
  public Field update(String cardType) {
    Field inner = inner(cardType).orElseThrow();
    Map<String, Field> parts = new LinkedHashMap<>(inner.properties());
    parts.computeIfPresent("base_info", (name, base) -> base.with(base.properties()));
    Map<String, Field> members = new LinkedHashMap<>();
    members.put("card_id", cardId);
    members.put(cardType.toLowerCase(Locale.ROOT), inner.with(parts));
    return inner.with(members);
  }

  /** What a field of a request may be called, wherever it stands. */
  public Set<String> names() {
    return names;
  }

  /** Colour names and their hex values, in WeChat's order: {@code Color010} is {@code #63b359}. */
  public Map<String, String> colors() {
    Field base = card().properties().get("groupon").properties().get("base_info");
    Map<String, String> colors = new LinkedHashMap<>();
    for (Choice color : base.properties().get("color").choices()) {
      colors.put(color.value().asText(), color.title());
    }
    return colors;
  }

  /** What holds between the fields of a card. */
  public List<CardRule> rules() {
    return rules;
  }

  private static final class Holder {
    static final CardSchema STANDARD =
        new CardSchema(
            new SchemaReader(resource("card.schema.json")),
            CardRule.readAll(resource("card.rules.json")));
  }

  /** A JSON document that lies beside this class. */
  static JsonNode resource(String name) {
    try (InputStream in = CardSchema.class.getResourceAsStream(name)) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The schema as a JSON Schema document: what all this was read from, with the limits in bytes in
   * a form that every validator knows.
   */
  public static JsonNode document() {
    JsonNode document = resource("card.schema.json");
    document.findParents("maxBytes").forEach(text -> bounded((ObjectNode) text));
    return document;
  }

  /** A text of so many bytes has as many characters at most. */
  private static void bounded(ObjectNode text) {
    int bytes = text.path("maxBytes").intValue();
    String known = text.path("description").asText("");
    text.put("maxLength", bytes)
        .put(
            "description",
            (known + String.format(Locale.ROOT, " At most %,d bytes in UTF-8.", bytes)).strip());
  }
}
