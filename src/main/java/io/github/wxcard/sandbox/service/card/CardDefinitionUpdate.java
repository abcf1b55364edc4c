package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.Field;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.CardTable.Card;
import java.util.Map;

/**
 * What an update makes of a definition. A value that is there already is no change, so that a
 * client may send back what it was shown; {@code null} is an absent key, and an object or a list
 * below {@code base_info} takes the place of the old one as a whole.
 */
final class CardDefinitionUpdate {
  private static final String BASE = "base_info";
  private static final String DATES = "date_info";
  private static final int BAD_DATA = 47001;
  private static final int SUPPLY_ENDED = 40135;

  private final String type;
  private final ObjectNode definition;
  private final JsonNode shown;
  private final ObjectNode changed = Json.object();
  private boolean reviewed;

  private CardDefinitionUpdate(Card card) {
    this.type = card.type();
    this.definition = CardView.definition(card);
    this.shown = CardView.of(card).path(CardService.innerKey(type));
  }

  /**
   * Compares an update with what there is, and refuses it when it changes what cannot change.
   *
   * @param given what stands under the type's key, its values checked
   * @param strict whether a field is refused that nobody saw changed
   */
  static CardDefinitionUpdate of(Card card, JsonNode given, long now, boolean strict) {
    CardDefinitionUpdate change = new CardDefinitionUpdate(card);
    if (strict) {
      change.demandChangeable(given);
    }
    change.apply(given, now);
    return change;
  }

  /** The new definition. */
  ObjectNode definition() {
    return definition;
  }

  /** What is new in it, in its place. */
  ObjectNode changed() {
    return changed;
  }

  /** Whether the card needs another review. */
  boolean isReviewed() {
    return reviewed;
  }

  /** Whether codes get another period. */
  boolean movesDates() {
    return changed.path(BASE).has(DATES);
  }

  private void apply(JsonNode given, long now) {
    Field inner = CardSchema.standard().inner(type).orElseThrow();
    ObjectNode base = (ObjectNode) definition.path(BASE);
    ObjectNode changedBase = changed.putObject(BASE);
    for (Map.Entry<String, JsonNode> field : given.path(BASE).properties()) {
      String name = field.getKey();
      JsonNode value = name.equals(DATES) ? dates(base, field, now) : field.getValue();
      Field known = inner.properties().get(BASE).properties().get(name);
      if (isChange(base, shown.path(BASE), name, value, known)) {
        base.set(name, value);
        changedBase.set(name, value);
        reviewed |= UpdatableFields.isReviewedInBase(type, name);
      }
    }
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      String name = field.getKey();
      Field known = inner.properties().get(name);
      if (!name.equals(BASE) && isChange(definition, shown, name, field.getValue(), known)) {
        checkSupply(name, field.getValue());
        definition.set(name, field.getValue());
        changed.set(name, field.getValue());
        reviewed |= UpdatableFields.isReviewedInCard(type, name);
      }
    }
  }

  private static JsonNode dates(JsonNode base, Map.Entry<String, JsonNode> field, long now) {
    return ValidityPeriod.widened(base.path(DATES), field.getValue(), now);
  }

  private static boolean isChange(
      JsonNode old, JsonNode shown, String name, JsonNode value, Field known) {
    boolean empty = value.isTextual() && value.textValue().isEmpty();
    boolean answerOnly = known != null && known.notes().answerOnly();
    return !value.isNull()
        && !answerOnly
        && !(empty && !old.hasNonNull(name))
        && !value.equals(old.path(name))
        // As text, because the view's numbers are of another size than those that were read.
        && !Json.write(value).equals(Json.write(shown.path(name)));
  }

  private void demandChangeable(JsonNode given) {
    String key = "/" + CardService.innerKey(type) + "/";
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      String name = field.getKey();
      if (!name.equals(BASE) && !UpdatableFields.inCard(type, name)) {
        throw unchangeable(key + name);
      }
    }
    for (Map.Entry<String, JsonNode> field : given.path(BASE).properties()) {
      if (!UpdatableFields.inBase(field.getKey())) {
        throw unchangeable(key + BASE + "/" + field.getKey());
      }
    }
  }

  private static ApiException unchangeable(String pointer) {
    String reason = "nobody saw an update change " + pointer.substring(1).replace('/', '.');
    return new ApiException(BAD_DATA, reason).at(pointer);
  }

  private void checkSupply(String name, JsonNode value) {
    boolean switched = name.equals("supply_bonus") || name.equals("supply_balance");
    if (switched && !value.booleanValue() && definition.path(name).booleanValue()) {
      throw new ApiException(SUPPLY_ENDED, name + " stays true once it is");
    }
  }
}
