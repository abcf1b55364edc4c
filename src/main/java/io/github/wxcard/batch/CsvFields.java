package io.github.wxcard.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** The fields of one record. */
final class CsvFields {
  private final char separator;
  private CsvReader.CsvReaderBuilder parser;

  CsvFields(char separator) {
    this.separator = separator;
  }

  /** The fields, or null when the quotes are in disorder. */
  List<String> of(String record) {
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
}
