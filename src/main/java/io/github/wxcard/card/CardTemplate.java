package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A definition to start from, for one type of card; {@code templates.json} has the texts. */
public final class CardTemplate {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final JsonNode document;
  private final String key;

  private CardTemplate(JsonNode document, String key) {
    this.document = document;
    this.key = key;
  }

  /** The types as a person writes them: {@code general-coupon}. */
  public static List<String> types() {
    List<String> types = new ArrayList<>();
    for (Map.Entry<String, JsonNode> type : document().path("types").properties()) {
      types.add(type.getKey().replace('_', '-'));
    }
    return types;
  }

  /** By a type's name in any spelling: {@code general-coupon}, {@code GENERAL_COUPON}. */
  public static Optional<CardTemplate> of(String type) {
    JsonNode document = document();
    String key = type.toLowerCase(Locale.ROOT).replace('-', '_');
    return document.path("types").has(key)
        ? Optional.of(new CardTemplate(document, key))
        : Optional.empty();
  }

  /** The value of {@code card_type}. */
  public String cardType() {
    return key.toUpperCase(Locale.ROOT);
  }

  /**
   * The body of {@code /card/create}.
   *
   * @param now whose day in Beijing is the first of the card
   */
  public ObjectNode fill(
      Optional<String> brand, Optional<String> title, Optional<String> logo, Instant now) {
    JsonNode type = document.path("types").path(key);
    ObjectNode base = document.path("base_info").deepCopy();
    base.setAll((ObjectNode) type.path("base_info"));
    brand.ifPresent(name -> base.put("brand_name", name));
    title.ifPresent(text -> base.put("title", text));
    logo.ifPresent(url -> base.put("logo_url", url));
    Instant today = now.atOffset(BEIJING).truncatedTo(ChronoUnit.DAYS).toInstant();
    base.set("date_info", period(type.path("days").asLong(), today));
    ObjectNode inner = Json.object();
    inner.set("base_info", base);
    inner.setAll((ObjectNode) type.path("fields"));
    for (Map.Entry<String, JsonNode> time : type.path("times").properties()) {
      Instant moment = today.plus(Duration.parse(time.getValue().textValue()));
      inner.put(time.getKey(), String.valueOf(moment.getEpochSecond()));
    }
    ObjectNode card = Json.object().put("card_type", cardType());
    card.set(key, inner);
    ObjectNode body = Json.object();
    body.set("card", card);
    return body;
  }

  /** From the first second of today to the last of some day; without days for ever. */
  private static ObjectNode period(long days, Instant today) {
    if (days == 0) {
      return Json.object().put("type", "DATE_TYPE_PERMANENT");
    }
    return Json.object()
        .put("type", "DATE_TYPE_FIX_TIME_RANGE")
        .put("begin_timestamp", today.getEpochSecond())
        .put("end_timestamp", today.plus(Duration.ofDays(days)).getEpochSecond() - 1);
  }

  private static JsonNode document() {
    return CardSchema.resource("templates.json");
  }
}
