package io.github.wxcard.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A resource of one call a line: method, path, effect, answer, and what a success holds. Searched
 * as text, because a command needs one row of it.
 */
public final class KnownCalls {
  static final KnownCalls WECHAT = new KnownCalls("calls.tsv");
  static final KnownCalls SANDBOX = new KnownCalls("sandbox-calls.tsv");
  private static final int COLUMNS = 5;
  private static final String READS = "reads";

  private final String resource;
  private String text;

  private KnownCalls(String resource) {
    this.resource = resource;
  }

  /**
   * One call.
   *
   * @param reads whether it leaves everything as it was, so that asking twice is harmless
   */
  public record Known(String method, String path, boolean reads) {
    private static Known parse(String line) {
      String[] cells = cells(line);
      return new Known(cells[0], cells[1], cells[2].equals(READS));
    }
  }

  /** Those of the card interface, the account's first. */
  public static List<Known> all() {
    return WECHAT.text().lines().skip(1).map(Known::parse).toList();
  }

  /** Whether a path is known to read only. */
  static boolean reads(String path) {
    return WECHAT.row("POST", path).filter(cells -> cells[2].equals(READS)).isPresent();
  }

  /** The table that has a path, if any has. */
  static KnownCalls of(String path) {
    return path.startsWith("/sandbox/") ? SANDBOX : WECHAT;
  }

  /** The whole table, its heading included. */
  synchronized String text() {
    if (text == null) {
      try (InputStream in = KnownCalls.class.getResourceAsStream(resource)) {
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
