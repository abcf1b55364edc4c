package io.github.wxcard.sandbox.service.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.BeijingDays;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The days that statistics are asked for.
 *
 * @param from the first second of the first day
 * @param to the first second after the last one
 */
record StatisticsPeriod(long from, long to) {
  private static final int BAD_DATE = 61500;
  private static final int BAD_RANGE = 61501;
  private static final long MOST_DAYS = 62;

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd[ HH:mm[:ss]]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * {@code begin_date} to {@code end_date}, both included, at most 62 days and all of them past. A
   * time behind a date is taken and counts for nothing.
   */
  static StatisticsPeriod of(Transaction tx, CallInput input) {
    LocalDate first = date(input, "begin_date");
    LocalDate last = date(input, "end_date");
    if (last.isBefore(first)) {
      throw new ApiException(BAD_RANGE, "end_date is before begin_date");
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days > MOST_DAYS) {
      throw new ApiException(BAD_RANGE, "these are " + days + " days, at most " + MOST_DAYS);
    }
    LocalDate today = BeijingDays.day(tx.now());
    if (!last.isBefore(today)) {
      throw new ApiException(BAD_RANGE, "end_date is not before today, " + today + " in Beijing");
    }
    return new StatisticsPeriod(BeijingDays.start(first), BeijingDays.start(last.plusDays(1)));
  }

  private static LocalDate date(CallInput input, String name) {
    JsonNode value = input.body().path(name);
    try {
      return LocalDate.parse(value.isTextual() ? value.textValue() : "", FORMAT);
    } catch (DateTimeParseException e) {
      throw new ApiException(BAD_DATE, name + " is not a day like 2015-06-15");
    }
  }
}
