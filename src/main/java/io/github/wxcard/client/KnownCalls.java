package io.github.wxcard.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The calls of the card interface, read from {@code calls.tsv} when asked. */
public final class KnownCalls {
  private KnownCalls() {}

  /**
   * One call.
   *
   * @param reads whether it leaves everything as it was, so that asking twice is harmless
   */
  public record Known(String method, String path, boolean reads) {}

  /** All of them, the account's first. */
  public static List<Known> all() {
    return Rows.ALL;
  }

  /** Whether a path is known to read only. */
  static boolean reads(String path) {
    return all().stream().anyMatch(known -> known.reads() && known.path().equals(path));
  }

  private static final class Rows {
    static final List<Known> ALL = read();

    private static List<Known> read() {
      try (InputStream in = KnownCalls.class.getResourceAsStream("calls.tsv");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return lines.lines().skip(1).map(Rows::parse).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Known parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Known(cells[0], cells[1], cells[2].equals("reads"));
    }
  }
}
