package io.github.wxcard.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a number may be that was meant as a time in Unix seconds.
 *
 * @param unit the unit it is in, such as {@code milliseconds}
 * @param seconds the same time in seconds
 */
public record UnixSeconds(String unit, long seconds) {
  /** The last second that 32 bits hold, in the year 2106. */
  public static final long LAST = 4294967295L;

  /** The first second in Beijing of a date written as a number, or the second: 20270101093000. */
  public static OptionalLong ofCalendar(String digits) {
    if (!digits.matches("(?:19|20)[0-9]{6}(?:[0-9]{6})?")) {
      return OptionalLong.empty();
    }
    String moment = digits.length() == 8 ? digits + "000000" : digits;
    try {
      return OptionalLong.of(
          LocalDateTime.parse(moment, DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT))
              .toEpochSecond(ZoneOffset.ofHours(8)));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** A present-day time in a smaller unit; empty for what is none. */
  public static Optional<UnixSeconds> inSmallerUnit(String digits) {
    if (!digits.matches("[1-9][0-9]{12}|[1-9][0-9]{15}|[1-9][0-9]{18}")) {
      return Optional.empty();
    }
    String unit =
        switch (digits.length()) {
          case 13 -> "milliseconds";
          case 16 -> "microseconds";
          default -> "nanoseconds";
        };
    long seconds = Long.parseLong(digits.substring(0, 10));
    return seconds > LAST ? Optional.empty() : Optional.of(new UnixSeconds(unit, seconds));
  }
}
