package io.github.wxcard.batch;

import java.util.List;
import java.util.Optional;

/**
 * Where a line's values stand.
 *
 * @param named whether the input's first line names the columns
 * @param card -1 when no column holds card ids
 */
record Columns(boolean named, int count, int code, int card) {
  /** As the first line of an input has it: a header, or a code already. */
  static Columns of(List<String> first) {
    List<String> names = first.stream().map(String::strip).toList();
    int code = names.indexOf("code");
    return code < 0
        ? new Columns(false, 1, 0, -1)
        : new Columns(true, names.size(), code, names.indexOf("card_id"));
  }

  boolean fit(List<String> fields) {
    return fields.size() == count;
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

  String mismatch(List<String> fields) {
    return named
        ? "it has " + fields.size() + " columns, and the header has " + count
        : "it has a comma; lines of several columns need a header such as code,card_id";
  }
}
