package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import java.util.Locale;

/** The one way a card's period may change: a fixed range that grows. */
final class ValidityExtension {
  private static final String RANGE = "DATE_TYPE_FIX_TIME_RANGE";
  private static final int NO_WIDENING = 40100;
  private static final int BAD_TIME = 40079;

  private ValidityExtension() {}

  /**
   * A {@code date_info} as it becomes, or a refusal.
   *
   * @param given what the update says; what it leaves out stays
   */
  static ObjectNode of(JsonNode old, JsonNode given, long now) {
    ObjectNode wider = old.deepCopy();
    given.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> wider.set(field.getKey(), field.getValue()));
    String type = ValidityPeriod.dateType(old);
    if (!ValidityPeriod.dateType(wider).equals(type)) {
      throw new ApiException(NO_WIDENING, "date_info.type cannot change from " + type);
    }
    // An old number and its name are the same type.
    wider.set("type", old.path("type"));
    if (!wider.equals(old)) {
      check(type, ValidityPeriod.of(old, now), ValidityPeriod.of(wider, now), now);
    }
    return wider;
  }

  private static void check(String type, ValidityPeriod old, ValidityPeriod wider, long now) {
    if (!type.equals(RANGE)) {
      throw new ApiException(
          NO_WIDENING, "date_info can change for " + RANGE + ", not for " + type);
    }
    if (wider.begin() > old.begin() || wider.end() < old.end()) {
      throw new ApiException(
          NO_WIDENING,
          String.format(
              Locale.ROOT,
              "%d to %d is not all of %d to %d",
              wider.begin(),
              wider.end(),
              old.begin(),
              old.end()));
    }
    if (wider.isOver(now)) {
      throw new ApiException(BAD_TIME, "date_info.end_timestamp is past");
    }
  }
}
