package io.github.wxcard.sandbox.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of WeChat, which begin when they begin in Beijing. */
final class Beijing {
  static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private Beijing() {}

  /** The day of a Unix second. */
  static LocalDate day(long second) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(second), OFFSET);
  }

  /** A day's first Unix second. */
  static long start(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(OFFSET);
  }
}
