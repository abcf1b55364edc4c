package io.github.wxcard.sign;

import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** In which order values are joined: {@link #BYTES} is WeChat's, the others are met in the wild. */
enum SortOrder {
  AS_LISTED,
  BYTES,
  DESCENDING,
  NAME,
  /** Numbers by size and before all text. */
  NUMBER,
  /** As collation libraries sort for people: letter by letter, case and punctuation last. */
  LOCALE,
  IGNORING_CASE,
  /** What is left of the values in a map or a set: equal ones are kept once. */
  DISTINCT;

  List<SignedValue> of(List<SignedValue> parts) {
    return switch (this) {
      case AS_LISTED -> parts;
      case BYTES -> sorted(parts, SortOrder::byBytes);
      case DESCENDING -> sorted(parts, (a, b) -> byBytes(b, a));
      case NAME -> sorted(parts, comparing(SignedValue::name));
      case NUMBER -> {
        Comparator<SignedValue> textLast = comparing(part -> !isNumber(part));
        yield sorted(
            parts, textLast.thenComparing(SortOrder::size).thenComparing(SortOrder::byBytes));
      }
      case LOCALE ->
          sorted(parts, comparing(SignedValue::value, Collator.getInstance(Locale.ROOT)::compare));
      case IGNORING_CASE ->
          sorted(parts, comparing(SignedValue::value, String.CASE_INSENSITIVE_ORDER));
      case DISTINCT -> {
        Map<String, SignedValue> byValue = new LinkedHashMap<>();
        parts.forEach(part -> byValue.putIfAbsent(part.value(), part));
        yield sorted(List.copyOf(byValue.values()), SortOrder::byBytes);
      }
    };
  }

  private static List<SignedValue> sorted(List<SignedValue> parts, Comparator<SignedValue> order) {
    return parts.stream().sorted(order).toList();
  }

  /** Not {@code String::compareTo}: UTF-16 puts surrogate pairs before U+E000, UTF-8 after it. */
  private static int byBytes(SignedValue a, SignedValue b) {
    return Arrays.compareUnsigned(bytes(a), bytes(b));
  }

  private static boolean isNumber(SignedValue part) {
    return part.value().matches("[0-9]+");
  }

  private static BigInteger size(SignedValue part) {
    return isNumber(part) ? new BigInteger(part.value()) : BigInteger.ZERO;
  }

  private static byte[] bytes(SignedValue part) {
    return part.value().getBytes(StandardCharsets.UTF_8);
  }
}
