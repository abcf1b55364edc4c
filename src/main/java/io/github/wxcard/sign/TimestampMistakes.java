package io.github.wxcard.sign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What befalls the timestamp between signing it and passing it on. */
final class TimestampMistakes {
  private static final int MOST_SECONDS = 60;
  private static final long BEIJING = 8L * 60 * 60;
  private static final String ONE_TIME = "Take the time once, and sign and pass on the same text.";

  static final List<SignatureMistake> MISTAKES =
      List.of(
          new SignatureMistake(
              "decimal-timestamp",
              "the timestamp was signed as a number with decimals or an exponent",
              "Make it a text of digits before signing.",
              input -> forms(input).map(form -> input.change("timestamp", seconds -> form))),
          new SignatureMistake(
              "other-second",
              "another second was signed than the one passed on",
              ONE_TIME,
              input ->
                  LongStream.rangeClosed(1, MOST_SECONDS)
                      .boxed()
                      .flatMap(
                          away ->
                              Stream.of(
                                  shifted(input, t -> t + away), shifted(input, t -> t - away)))),
          new SignatureMistake(
              "time-zone",
              "the timestamp was signed eight hours off, as if Beijing time were UTC",
              "Count the seconds since 1970 in UTC, wherever you are.",
              input ->
                  Stream.of(shifted(input, t -> t + BEIJING), shifted(input, t -> t - BEIJING))));

  private TimestampMistakes() {}

  private static Stream<String> forms(SigningInput input) {
    return timestamp(input)
        .flatMap(
            seconds ->
                Stream.concat(
                    IntStream.of(1, 2, 3, 6).mapToObj(n -> seconds + "." + "0".repeat(n)),
                    Stream.of("E", "E+", "e+").flatMap(mark -> exponent(seconds, mark))));
  }

  /** As languages print a floating-point number: 1.404896688E9, e+09, e+9. */
  private static Stream<String> exponent(String seconds, String mark) {
    String digits = new BigDecimal(seconds).stripTrailingZeros().unscaledValue().toString();
    String mantissa =
        digits.substring(0, 1) + "." + (digits.length() < 2 ? "0" : digits.substring(1));
    int power = seconds.length() - 1;
    return Stream.of(
        mantissa + mark + power, mantissa + mark + String.format(Locale.ROOT, "%02d", power));
  }

  private static SigningInput shifted(SigningInput input, LongUnaryOperator shift) {
    return timestamp(input)
        .findFirst()
        .map(Long::parseLong)
        .map(seconds -> String.valueOf(shift.applyAsLong(seconds)))
        .map(other -> input.change("timestamp", seconds -> other))
        .orElse(input);
  }

  private static Stream<String> timestamp(SigningInput input) {
    return input.all().stream()
        .filter(part -> part.name().equals("timestamp"))
        .map(SignedValue::value)
        .filter(value -> value.matches("[1-9][0-9]{0,17}"));
  }
}
