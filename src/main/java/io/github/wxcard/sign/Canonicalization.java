package io.github.wxcard.sign;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How values become the one text that is hashed: WeChat's two ways first, then the usual mistakes.
 */
public enum Canonicalization {
  SORTED_VALUES(SortOrder.BYTES, Text.VALUE, ""),
  PAIRS(SortOrder.AS_LISTED, Text.PAIR, "&"),

  SORTED_PAIRS(SortOrder.NAME, Text.PAIR, "&"),
  PAIRS_BY_VALUE(SortOrder.BYTES, Text.PAIR, "&"),
  UNSEPARATED_PAIRS(SortOrder.NAME, Text.PAIR, ""),
  SEPARATED_VALUES(SortOrder.BYTES, Text.VALUE, "&"),
  VALUES_WITH_COMMAS(SortOrder.BYTES, Text.VALUE, ","),
  VALUES_WITH_BLANKS(SortOrder.BYTES, Text.VALUE, " "),
  VALUES_ON_LINES(SortOrder.BYTES, Text.VALUE, "\n"),
  VALUES_WITH_BARS(SortOrder.BYTES, Text.VALUE, "|"),
  VALUES_BY_NAME(SortOrder.NAME, Text.VALUE, ""),
  VALUES_AS_LISTED(SortOrder.AS_LISTED, Text.VALUE, ""),
  VALUES_BY_NUMBER(SortOrder.NUMBER, Text.VALUE, ""),
  VALUES_BY_LOCALE(SortOrder.LOCALE, Text.VALUE, ""),
  VALUES_IGNORING_CASE(SortOrder.IGNORING_CASE, Text.VALUE, ""),
  VALUES_DESCENDING(SortOrder.DESCENDING, Text.VALUE, ""),
  DISTINCT_VALUES(SortOrder.DISTINCT, Text.VALUE, "");

  private final SortOrder order;
  private final Text text;
  private final String separator;

  Canonicalization(SortOrder order, Text text, String separator) {
    this.order = order;
    this.text = text;
    this.separator = separator;
  }

  List<SignedValue> order(List<SignedValue> parts) {
    return order.of(parts);
  }

  String join(List<SignedValue> ordered) {
    return ordered.stream().map(text::of).collect(Collectors.joining(separator));
  }

  private enum Text {
    VALUE,
    PAIR;

    String of(SignedValue part) {
      return this == VALUE ? part.value() : part.name() + "=" + part.value();
    }
  }
}
