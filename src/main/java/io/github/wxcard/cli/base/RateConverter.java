package io.github.wxcard.cli.base;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rate, calls a second, minute or hour, as the time from one call to the next. */
final class RateConverter implements ITypeConverter<Duration> {
  private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,5})(?:/(s|m|h))?");
  private static final Map<String, Duration> PERIODS =
      Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

  @Override
  public Duration convert(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no rate: write calls a second, minute or hour, such as 20/s or 500/m");
    }
    String period = matcher.group(2) == null ? "s" : matcher.group(2);
    return PERIODS.get(period).dividedBy(Integer.parseInt(matcher.group(1)));
  }
}
