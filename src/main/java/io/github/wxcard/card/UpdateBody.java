package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The body of {@code /card/update}, {@code {"card_id","groupon":{…}}}, made from whatever a person
 * has: that body, a definition as {@code create} takes it, the answer of {@code /card/get}, or the
 * card's own object alone. A document that is none of them is a {@link Failure} of kind INPUT.
 */
public final class UpdateBody {
  private final String cardId;
  private final List<String> sets;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param cardId the card to change
   * @param sets {@code POINTER=VALUE} each, as {@link Overrides} takes them; a pointer may also
   *     begin with the card type's key
   */
  public UpdateBody(String cardId, List<String> sets) {
    this.cardId = cardId;
    this.sets = List.copyOf(sets);
  }

  /**
   * The body to send.
   *
   * @param cardType tells the card's type; asked only when the document does not
   */
  public ObjectNode of(JsonNode document, Supplier<String> cardType) {
    checkCardId(document);
    JsonNode card = document.path("card").isObject() ? document.path("card") : document;
    ObjectNode beside = ((ObjectNode) card).deepCopy();
    beside.remove(List.of("card_id", "card_type"));
    List<String> keys =
        beside.properties().stream().filter(UpdateBody::isOwn).map(Map.Entry::getKey).toList();
    if (keys.size() > 1) {
      throw Failure.of(
          FailureKind.INPUT, "a card has one type, not " + String.join(" and ", keys), "Keep one.");
    }
    ObjectNode body = Json.object().put("card_id", cardId);
    if (keys.isEmpty()) {
      String named = card.path("card_type").asText(pointedType());
      String type = named.isEmpty() ? cardType.get() : named;
      String key = type.toLowerCase(Locale.ROOT);
      leaveOut(key, beside, document);
      return body.set(key, changed(key, beside));
    }
    String key = keys.get(0);
    JsonNode inner = beside.remove(key);
    leaveOut(key, inner, document);
    body.set(key, changed(key, inner));
    return body.setAll(beside);
  }

  /** What {@link #of} took out of a whole definition, because no update may name it. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Whoever gives a whole definition, or an answer, does not mean to change all of it. */
  private void leaveOut(String key, JsonNode inner, JsonNode document) {
    boolean whole =
        document.has("card") || document.has("card_type") || inner.at("/base_info/id").isTextual();
    if (whole) {
      leftOut.addAll(ImmutableFields.removedFrom(inner, key));
    }
  }

  /** What a body holds that no card has, with the nearest known field where there is one. */
  public static List<String> unknown(ObjectNode body, Instant now) {
    ObjectNode card = body.deepCopy();
    card.remove("card_id");
    String key =
        card.properties().stream()
            .filter(UpdateBody::isOwn)
            .map(member -> member.getKey().toUpperCase(Locale.ROOT))
            .filter(type -> CardSchema.standard().inner(type).isPresent())
            .findFirst()
            .orElse("");
    if (key.isEmpty()) {
      return List.of();
    }
    ObjectNode definition = Json.object();
    definition.set("card", card.put("card_type", key));
    return DefinitionLinter.check(JsonDocument.of(definition), now).stream()
        .filter(diagnostic -> diagnostic.rule().equals("unknown-field"))
        .map(diagnostic -> diagnostic.advice("/card"))
        .toList();
  }

  private void checkCardId(JsonNode document) {
    if (!document.isObject()) {
      throw Failure.of(
          FailureKind.INPUT,
          "the changes are not a JSON object",
          "Write {\"groupon\":{\"base_info\":{…}}}, with the key of the card's type.");
    }
    String named = document.path("card_id").asText(cardId);
    if (!named.equals(cardId)) {
      throw Failure.of(
          FailureKind.INPUT,
          "the changes are for card " + named + ", not for " + cardId,
          "Name that card, or take card_id out of the document.");
    }
  }

  /** Whether a member is the card's own object: by its name, or by what it holds. */
  private static boolean isOwn(Map.Entry<String, JsonNode> member) {
    String type = member.getKey().toUpperCase(Locale.ROOT);
    return member.getValue().isObject()
        && (member.getValue().path("base_info").isObject()
            || CardSchema.standard().inner(type).isPresent());
  }

  /** The type whose key a pointer begins with; empty when none does. */
  private String pointedType() {
    return CardSchema.standard().types().stream()
        .map(type -> type.value().asText())
        .filter(type -> sets.stream().anyMatch(set -> fromRoot(set, root(type))))
        .findFirst()
        .orElse("");
  }

  private static boolean fromRoot(String set, String root) {
    return set.startsWith(root) || set.startsWith("/card" + root);
  }

  private static String root(String type) {
    return "/" + type.toLowerCase(Locale.ROOT) + "/";
  }

  private JsonNode changed(String key, JsonNode inner) {
    ObjectNode definition = Json.object();
    definition.putObject("card").put("card_type", key).set(key, inner);
    List<String> pointed =
        sets.stream().map(set -> set.startsWith(root(key)) ? "/card" + set : set).toList();
    JsonNode changed =
        Overrides.apply(definition, pointed, Optional.empty()).path("card").path(key);
    if (changed.isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT,
          "there is nothing to change",
          "Write what shall be different, or use --set POINTER=VALUE.");
    }
    nameColor(changed.path("base_info"));
    return changed;
  }

  /** An answer shows a colour's value, and an update takes its name alone. */
  private static void nameColor(JsonNode base) {
    String value = base.path("color").asText("");
    CardSchema.standard().colors().entrySet().stream()
        .filter(color -> color.getValue().equalsIgnoreCase(value))
        .findFirst()
        .ifPresent(color -> ((ObjectNode) base).put("color", color.getKey()));
  }
}
