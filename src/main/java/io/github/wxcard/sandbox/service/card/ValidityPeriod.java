package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.BeijingDays;
import java.time.LocalDate;

/**
 * When a code can be redeemed.
 *
 * @param begin the first second
 * @param end the last second; null for never
 */
public record ValidityPeriod(long begin, Long end) {
  private static final String RANGE = "DATE_TYPE_FIX_TIME_RANGE";

  /** What a card's {@code date_info} means for somebody who receives it now. */
  public static ValidityPeriod of(JsonNode dateInfo, long now) {
    return switch (dateType(dateInfo)) {
      case RANGE ->
          new ValidityPeriod(
              dateInfo.path("begin_timestamp").asLong(), dateInfo.path("end_timestamp").asLong());
      case "DATE_TYPE_FIX_TERM" -> term(dateInfo, now);
      default -> new ValidityPeriod(0, null);
    };
  }

  /** The name of a period's type, for its old number too. */
  public static String dateType(JsonNode dateInfo) {
    String type = dateInfo.path("type").asText();
    return switch (type) {
      case "1" -> RANGE;
      case "2" -> "DATE_TYPE_FIX_TERM";
      default -> type;
    };
  }

  public boolean isOver(long now) {
    return end != null && now > end;
  }

  /**
   * A {@code date_info} as an update makes it, or a refusal: the one way a period may change is a
   * fixed range that grows.
   *
   * @param given what the update says; what it leaves out stays
   */
  static ObjectNode widened(JsonNode old, JsonNode given, long now) {
    ObjectNode wider = old.deepCopy();
    given.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> wider.set(field.getKey(), field.getValue()));
    String type = dateType(old);
    if (!dateType(wider).equals(type)) {
      throw new ApiException(40100, "date_info.type cannot change from " + type);
    }
    // An old number and its name are the same type.
    wider.set("type", old.path("type"));
    if (!wider.equals(old)) {
      checkWider(type, of(old, now), of(wider, now), now);
    }
    return wider;
  }

  private static void checkWider(String type, ValidityPeriod old, ValidityPeriod wider, long now) {
    if (!type.equals(RANGE)) {
      throw new ApiException(40100, "date_info can change for " + RANGE + ", not for " + type);
    }
    if (wider.begin() > old.begin() || wider.end() < old.end()) {
      throw new ApiException(
          40100,
          "%d to %d is not all of %d to %d"
              .formatted(wider.begin(), wider.end(), old.begin(), old.end()));
    }
    if (wider.isOver(now)) {
      throw new ApiException(40079, "date_info.end_timestamp is past");
    }
  }

  private static ValidityPeriod term(JsonNode dateInfo, long now) {
    LocalDate today = BeijingDays.day(now);
    LocalDate first = today.plusDays(dateInfo.path("fixed_begin_term").asLong());
    // The first day counts, and a term of none ends with it.
    LocalDate after = first.plusDays(Math.max(1, dateInfo.path("fixed_term").asLong()));
    long end = BeijingDays.start(after) - 1;
    long latest = dateInfo.path("end_timestamp").asLong();
    return new ValidityPeriod(BeijingDays.start(first), latest > 0 ? Math.min(end, latest) : end);
  }
}
