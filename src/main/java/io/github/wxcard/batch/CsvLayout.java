package io.github.wxcard.batch;

import java.util.List;
import java.util.Optional;

/**
 * Where a line's values stand.
 *
 * @param named whether the input's first line names the columns
 * @param card -1 when no column holds card ids
 */
record CsvLayout(boolean named, char separator, int count, int code, int card) {
  /** A code a line, and nothing else. */
  static final CsvLayout ONE = new CsvLayout(false, ',', 1, 0, -1);

  /** What is wrong with a line's fields; empty when each value stands in its column. */
  Optional<String> mismatch(List<String> fields) {
    if (!named) {
      return fields.size() == 1 ? Optional.empty() : Optional.of(severalColumns(separator));
    }
    boolean missing = fields.size() <= Math.max(code, card);
    boolean more =
        fields.size() > count
            && fields.subList(count, fields.size()).stream().anyMatch(field -> !field.isBlank());
    return missing || more
        ? Optional.of(
            "it has "
                + fields.size()
                + (fields.size() == 1 ? " column" : " columns")
                + ", and the header has "
                + count)
        : Optional.empty();
  }

  /** Whether no field says anything, as in a row that was emptied. */
  boolean isBlank(List<String> fields) {
    for (String field : fields) {
      if (!field.isBlank()) {
        return false;
      }
    }
    return true;
  }

  static String severalColumns(char separator) {
    String name = separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
    char shown = separator == '\t' ? ',' : separator;
    return "it has a "
        + name
        + "; lines of several columns need a header such as code"
        + shown
        + "card_id";
  }

  String code(List<String> fields) {
    return fields.get(code).strip();
  }

  /** The card beside the code; an empty field leaves it to the command. */
  Optional<String> cardId(List<String> fields) {
    return card < 0
        ? Optional.empty()
        : Optional.of(fields.get(card).strip()).filter(id -> !id.isEmpty());
  }

  /** Whether a value that is needed goes over the end of its line. */
  boolean breaksOff(List<String> fields) {
    return fields.get(code).indexOf('\n') >= 0
        || (card >= 0 && fields.get(card).indexOf('\n') >= 0);
  }
}
