package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.Field;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.CardTable.Card;
import java.util.Map;
import java.util.Set;

/**
 * What an update makes of a definition. A value that is there already is no change, so that a
 * client may send back what it was shown; {@code null} is an absent key, and an object or a list
 * below {@code base_info} takes the place of the old one as a whole.
 */
final class CardDefinitionUpdate {
  private static final String BASE = "base_info";
  private static final String DATES = "date_info";

  private final String type;
  private final ObjectNode definition;
  private final JsonNode shown;
  private final ObjectNode changed = Json.object();
  private boolean reviewed;

  private CardDefinitionUpdate(Card card) {
    this.type = card.type();
    this.definition = card.definition();
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

  ObjectNode definition() {
    return definition;
  }

  /** What is new in it, in its place. */
  ObjectNode changed() {
    return changed;
  }

  boolean isReviewed() {
    return reviewed;
  }

  boolean movesDates() {
    return changed.path(BASE).has(DATES);
  }

  private void apply(JsonNode given, long now) {
    Field inner = CardSchema.standard().inner(type).orElseThrow();
    ObjectNode base = (ObjectNode) definition.path(BASE);
    ObjectNode changedBase = changed.putObject(BASE);
    for (Map.Entry<String, JsonNode> field : given.path(BASE).properties()) {
      String name = field.getKey();
      JsonNode value =
          name.equals(DATES)
              ? ValidityPeriod.widened(base.path(DATES), field.getValue(), now)
              : field.getValue();
      Field known = inner.properties().get(BASE).properties().get(name);
      if (isChange(base, shown.path(BASE), name, value, known)) {
        base.set(name, value);
        changedBase.set(name, value);
        reviewed |= Updatable.isReviewedInBase(type, name);
      }
    }
    for (Map.Entry<String, JsonNode> field : given.properties()) {
      String name = field.getKey();
      Field known = inner.properties().get(name);
      if (!name.equals(BASE) && isChange(definition, shown, name, field.getValue(), known)) {
        checkSupply(name, field.getValue());
        definition.set(name, field.getValue());
        changed.set(name, field.getValue());
        reviewed |= Updatable.isReviewedInCard(type, name);
      }
    }
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
      if (!name.equals(BASE) && !Updatable.inCard(type, name)) {
        throw unchangeable(key + name);
      }
    }
    for (Map.Entry<String, JsonNode> field : given.path(BASE).properties()) {
      if (!Updatable.inBase(field.getKey())) {
        throw unchangeable(key + BASE + "/" + field.getKey());
      }
    }
  }

  private static ApiException unchangeable(String pointer) {
    String reason = "nobody saw an update change " + pointer.substring(1).replace('/', '.');
    return new ApiException(47001, reason).at(pointer);
  }

  private void checkSupply(String name, JsonNode value) {
    boolean switched = name.equals("supply_bonus") || name.equals("supply_balance");
    if (switched && !value.booleanValue() && definition.path(name).booleanValue()) {
      throw new ApiException(40135, name + " stays true once it is");
    }
  }

  /**
   * Which fields {@code /card/update} may change, and which of them send a card back to review. The
   * table of 2017 is followed where an older one differs: it says that a new logo needs no review.
   */
  private static final class Updatable {
    private static final String MEMBER_CARD = "MEMBER_CARD";

    private static final Set<String> BASE_REVIEWED = Set.of("title", "description", "notice");

    private static final Set<String> BASE =
        Set.of(
            "logo_url",
            "service_phone",
            "color",
            "location_id_list",
            "use_all_locations",
            "code_type",
            "get_limit",
            "can_share",
            "can_give_friend",
            "date_info",
            "need_push_on_view",
            "pay_info",
            "is_pay_and_qrcode",
            "url_name_type");

    /** Every field of the three entries, the names of their mini programs included. */
    private static final Set<String> BASE_PREFIXES = Set.of("center_", "custom_", "promotion_");

    private static final Set<String> MEMBER_REVIEWED =
        Set.of("supply_bonus", "supply_balance", "discount");

    /** Nothing is said of their review, so there is none. */
    private static final Map<String, Set<String>> TICKETS =
        Map.of(
            "BOARDING_PASS", Set.of("departure_time", "landing_time", "gate", "boarding_time"),
            "MEETING_TICKET", Set.of("map_url"),
            "SCENIC_TICKET", Set.of("guide_url"),
            "MOVIE_TICKET", Set.of("detail"));

    static boolean inBase(String name) {
      return BASE.contains(name)
          || BASE_REVIEWED.contains(name)
          || BASE_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether a field beside {@code base_info} may change: any of a member card, few of others. */
    static boolean inCard(String type, String name) {
      return type.equals(MEMBER_CARD) || TICKETS.getOrDefault(type, Set.of()).contains(name);
    }

    /** A notice is reviewed too, but not that of a member card. */
    static boolean isReviewedInBase(String type, String name) {
      return BASE_REVIEWED.contains(name) && !(type.equals(MEMBER_CARD) && name.equals("notice"));
    }

    static boolean isReviewedInCard(String type, String name) {
      return type.equals(MEMBER_CARD) && MEMBER_REVIEWED.contains(name);
    }
  }
}
