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
  AS_LISTED {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return parts;
    }
  },
  BYTES {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return sorted(parts, BY_BYTES);
    }
  },
  DESCENDING {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return sorted(parts, BY_BYTES.reversed());
    }
  },
  NAME {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return sorted(parts, comparing(SignedValue::name));
    }
  },
  /** Numbers by size and before all text. */
  NUMBER {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      Comparator<SignedValue> textLast = comparing(part -> !isNumber(part));
      return sorted(parts, textLast.thenComparing(SortOrder::size).thenComparing(BY_BYTES));
    }
  },
  /** As collation libraries sort for people: letter by letter, case and punctuation last. */
  LOCALE {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return sorted(
          parts, comparing(SignedValue::value, Collator.getInstance(Locale.ROOT)::compare));
    }
  },
  IGNORING_CASE {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      return sorted(parts, comparing(SignedValue::value, String.CASE_INSENSITIVE_ORDER));
    }
  },
  /** What is left of the values in a map or a set: equal ones are kept once. */
  DISTINCT {
    @Override
    List<SignedValue> of(List<SignedValue> parts) {
      Map<String, SignedValue> byValue = new LinkedHashMap<>();
      parts.forEach(part -> byValue.putIfAbsent(part.value(), part));
      return sorted(List.copyOf(byValue.values()), BY_BYTES);
    }
  };

  /** Not {@code String::compareTo}: UTF-16 puts surrogate pairs before U+E000, UTF-8 after it. */
  private static final Comparator<SignedValue> BY_BYTES =
      (a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b));

  abstract List<SignedValue> of(List<SignedValue> parts);

  private static List<SignedValue> sorted(List<SignedValue> parts, Comparator<SignedValue> order) {
    return parts.stream().sorted(order).toList();
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
