package io.github.wxcard.sandbox.service.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of WeChat, which begin when they begin in Beijing. */
public final class BeijingDays {
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private BeijingDays() {}

  /** The day of a Unix second. */
  public static LocalDate day(long second) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(second), OFFSET);
  }

  /** A day's first Unix second. */
  public static long start(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(OFFSET);
  }
}
