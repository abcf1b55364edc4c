package io.github.wxcard.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: in Beijing's zone, in which WeChat's days begin and end. */
public final class BeijingTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  private BeijingTime() {}

  /** {@code 2026-11-23T18:00:00+08:00} for Unix seconds; the number itself when it is no date. */
  public static String of(long unixSeconds) {
    boolean date = unixSeconds >= 0 && unixSeconds < Integer.MAX_VALUE * 100L;
    return date ? FORMAT.format(Instant.ofEpochSecond(unixSeconds)) : Long.toString(unixSeconds);
  }
}
