package io.github.wxcard.sign;

import java.util.List;
import java.util.stream.Collectors;

/** How values become the one text that is hashed: WeChat's two ways first, then the usual slips. */
public enum Joining {
  SORTED_VALUES(Order.BYTES, Text.VALUE, ""),
  PAIRS(Order.AS_LISTED, Text.PAIR, "&"),

  SORTED_PAIRS(Order.NAME, Text.PAIR, "&"),
  PAIRS_BY_VALUE(Order.BYTES, Text.PAIR, "&"),
  UNSEPARATED_PAIRS(Order.NAME, Text.PAIR, ""),
  SEPARATED_VALUES(Order.BYTES, Text.VALUE, "&"),
  VALUES_WITH_COMMAS(Order.BYTES, Text.VALUE, ","),
  VALUES_WITH_BLANKS(Order.BYTES, Text.VALUE, " "),
  VALUES_ON_LINES(Order.BYTES, Text.VALUE, "\n"),
  VALUES_WITH_BARS(Order.BYTES, Text.VALUE, "|"),
  VALUES_BY_NAME(Order.NAME, Text.VALUE, ""),
  VALUES_AS_LISTED(Order.AS_LISTED, Text.VALUE, ""),
  VALUES_BY_NUMBER(Order.NUMBER, Text.VALUE, ""),
  VALUES_BY_LOCALE(Order.LOCALE, Text.VALUE, ""),
  VALUES_IGNORING_CASE(Order.IGNORING_CASE, Text.VALUE, ""),
  VALUES_DESCENDING(Order.DESCENDING, Text.VALUE, ""),
  DISTINCT_VALUES(Order.DISTINCT, Text.VALUE, "");

  private final Order order;
  private final Text text;
  private final String separator;

  Joining(Order order, Text text, String separator) {
    this.order = order;
    this.text = text;
    this.separator = separator;
  }

  List<Part> order(List<Part> parts) {
    return order.of(parts);
  }

  String join(List<Part> ordered) {
    return ordered.stream().map(text::of).collect(Collectors.joining(separator));
  }

  private enum Text {
    VALUE,
    PAIR;

    String of(Part part) {
      return this == VALUE ? part.value() : part.name() + "=" + part.value();
    }
  }
}
