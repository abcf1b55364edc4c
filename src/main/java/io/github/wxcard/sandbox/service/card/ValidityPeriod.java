package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.BeijingDays;
import java.time.LocalDate;

/**
 * When a code can be redeemed.
 *
 * @param begin the first second
 * @param end the last second; null for never
 */
public record ValidityPeriod(long begin, Long end) {
  /** What a card's {@code date_info} means for somebody who receives it now. */
  public static ValidityPeriod of(JsonNode dateInfo, long now) {
    return switch (dateType(dateInfo)) {
      case "DATE_TYPE_FIX_TIME_RANGE" ->
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
      case "1" -> "DATE_TYPE_FIX_TIME_RANGE";
      case "2" -> "DATE_TYPE_FIX_TERM";
      default -> type;
    };
  }

  public boolean isOver(long now) {
    return end != null && now > end;
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
