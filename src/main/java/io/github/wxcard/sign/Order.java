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
enum Order {
  AS_LISTED {
    @Override
    List<Part> of(List<Part> parts) {
      return parts;
    }
  },
  BYTES {
    @Override
    List<Part> of(List<Part> parts) {
      return sorted(parts, BY_BYTES);
    }
  },
  DESCENDING {
    @Override
    List<Part> of(List<Part> parts) {
      return sorted(parts, BY_BYTES.reversed());
    }
  },
  NAME {
    @Override
    List<Part> of(List<Part> parts) {
      return sorted(parts, comparing(Part::name));
    }
  },
  /** Numbers by size and before all text. */
  NUMBER {
    @Override
    List<Part> of(List<Part> parts) {
      Comparator<Part> textLast = comparing(part -> !isNumber(part));
      return sorted(parts, textLast.thenComparing(Order::size).thenComparing(BY_BYTES));
    }
  },
  /** As collation libraries sort for people: letter by letter, case and punctuation last. */
  LOCALE {
    @Override
    List<Part> of(List<Part> parts) {
      return sorted(parts, comparing(Part::value, Collator.getInstance(Locale.ROOT)::compare));
    }
  },
  IGNORING_CASE {
    @Override
    List<Part> of(List<Part> parts) {
      return sorted(parts, comparing(Part::value, String.CASE_INSENSITIVE_ORDER));
    }
  },
  /** What is left of the values in a map or a set: equal ones are kept once. */
  DISTINCT {
    @Override
    List<Part> of(List<Part> parts) {
      Map<String, Part> byValue = new LinkedHashMap<>();
      parts.forEach(part -> byValue.putIfAbsent(part.value(), part));
      return sorted(List.copyOf(byValue.values()), BY_BYTES);
    }
  };

  /** Not {@code String::compareTo}: UTF-16 puts surrogate pairs before U+E000, UTF-8 after it. */
  private static final Comparator<Part> BY_BYTES =
      (a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b));

  abstract List<Part> of(List<Part> parts);

  private static List<Part> sorted(List<Part> parts, Comparator<Part> order) {
    return parts.stream().sorted(order).toList();
  }

  private static boolean isNumber(Part part) {
    return part.value().matches("[0-9]+");
  }

  private static BigInteger size(Part part) {
    return isNumber(part) ? new BigInteger(part.value()) : BigInteger.ZERO;
  }

  private static byte[] bytes(Part part) {
    return part.value().getBytes(StandardCharsets.UTF_8);
  }
}
