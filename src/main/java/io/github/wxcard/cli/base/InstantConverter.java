package io.github.wxcard.cli.base;

import io.github.wxcard.text.UnixSeconds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TIME: Unix seconds, or an ISO 8601 date-time with its offset. */
public final class InstantConverter implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return text.matches("\\d{1,11}")
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      UnixSeconds.inSmallerUnit(text)
          .ifPresent(
              time -> {
                throw new TypeConversionException(
                    String.format(
                        Locale.ROOT,
                        "'%s' looks like %s: write Unix seconds, %d",
                        text,
                        time.unit(),
                        time.seconds()));
              });
      throw new TypeConversionException(
          "'"
              + text
              + "' is no time: write Unix seconds, or a date, a time and an offset such as"
              + " 2027-05-01T19:30+08:00");
    }
  }
}
