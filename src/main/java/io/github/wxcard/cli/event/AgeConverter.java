package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.DurationConverter;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a DURATION, or 0, which needs no unit. */
final class AgeConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return text.equals("0") ? Duration.ZERO : new DurationConverter().convert(text);
  }
}
