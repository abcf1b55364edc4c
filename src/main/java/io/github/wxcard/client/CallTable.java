package io.github.wxcard.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A resource of one call a line: method, path, effect, answer, and what a success holds. Searched
 * as text, because a command needs one row of it.
 */
final class CallTable {
  static final CallTable WECHAT = new CallTable("calls.tsv");
  static final CallTable SANDBOX = new CallTable("sandbox-calls.tsv");

  static final int COLUMNS = 5;

  private final String resource;
  private String text;

  private CallTable(String resource) {
    this.resource = resource;
  }

  /** The table that has a path, if any has. */
  static CallTable of(String path) {
    return path.startsWith("/sandbox/") ? SANDBOX : WECHAT;
  }

  /** The whole table, its heading included. */
  synchronized String text() {
    if (text == null) {
      try (InputStream in = CallTable.class.getResourceAsStream(resource)) {
        text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text;
  }

  /** The row of a path: the one with this method, else the first. */
  Optional<String[]> row(String method, String path) {
    String table = text();
    int found = table.indexOf("\n" + method + "\t" + path + "\t") + 1;
    if (found == 0) {
      int second = table.indexOf("\t" + path + "\t");
      found = second < 0 ? 0 : table.lastIndexOf('\n', second) + 1;
    }
    return found == 0
        ? Optional.empty()
        : Optional.of(cells(table.substring(found, table.indexOf('\n', found))));
  }

  static String[] cells(String row) {
    return row.split("\t", COLUMNS);
  }
}
