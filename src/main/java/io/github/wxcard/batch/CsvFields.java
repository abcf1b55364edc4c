package io.github.wxcard.batch;

import java.util.ArrayList;
import java.util.List;

/** The fields of one CSV line, as RFC 4180 has them, but that a value cannot hold a line break. */
final class CsvFields {
  private final String line;
  private int at;

  private CsvFields(String line) {
    this.line = line;
  }

  /** The fields, or null when the quotes are in disorder. */
  static List<String> of(String line) {
    return new CsvFields(line).split();
  }

  private List<String> split() {
    List<String> fields = new ArrayList<>(2);
    while (true) {
      String field = at < line.length() && line.charAt(at) == '"' ? quoted() : plain();
      if (field == null) {
        return null;
      }
      fields.add(field);
      if (at == line.length()) {
        return fields;
      }
      at++;
    }
  }

  private String plain() {
    int comma = line.indexOf(',', at);
    int end = comma < 0 ? line.length() : comma;
    String field = line.substring(at, end);
    at = end;
    return field.indexOf('"') < 0 ? field : null;
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    int from = at + 1;
    while (true) {
      int quote = line.indexOf('"', from);
      if (quote < 0) {
        return null;
      }
      field.append(line, from, quote);
      at = quote + 1;
      if (at == line.length() || line.charAt(at) == ',') {
        return field.toString();
      }
      if (line.charAt(at) != '"') {
        return null;
      }
      field.append('"');
      from = at + 1;
    }
  }
}
