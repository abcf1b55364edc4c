package io.github.wxcard.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Optional;

/** How lines are split into values, and which of these are the code and the card. */
final class CsvLayout {
  private final boolean named;
  private final char separator;
  private final int count;
  private final int code;
  private final int card;
  private CsvReader.CsvReaderBuilder parser;

  /**
   * @param named whether the input's first line names the columns
   * @param card -1 when no column holds card ids
   */
  CsvLayout(boolean named, char separator, int count, int code, int card) {
    this.named = named;
    this.separator = separator;
    this.count = count;
    this.code = code;
    this.card = card;
  }

  /** A code a line, and nothing else. */
  static CsvLayout codesAlone(char separator) {
    return new CsvLayout(false, separator, 1, 0, -1);
  }

  boolean named() {
    return named;
  }

  char separator() {
    return separator;
  }

  int count() {
    return count;
  }

  /** The fields of one record, or null when the quotes are in disorder. */
  List<String> fields(String record) {
    if (record.indexOf(separator) < 0 && record.indexOf('"') < 0) {
      return List.of(record);
    }
    try {
      return parser().ofSingleCsvRecord(record).getFields();
    } catch (CsvParseException disorder) {
      return null;
    }
  }

  /** Most inputs have a code a line and need none. */
  private CsvReader.CsvReaderBuilder parser() {
    if (parser == null) {
      parser =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowUnclosedQuote(false)
              .skipEmptyLines(false);
    }
    return parser;
  }

  /** The fields of a record whose values stand in their columns; null for any other text. */
  List<String> wholeRecord(String text) {
    List<String> fields = fields(text);
    return fields != null && mismatch(fields).isEmpty() && !breaksOff(fields) ? fields : null;
  }

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
  static boolean isBlank(List<String> fields) {
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
  private boolean breaksOff(List<String> fields) {
    return fields.get(code).indexOf('\n') >= 0
        || (card >= 0 && fields.get(card).indexOf('\n') >= 0);
  }
}
