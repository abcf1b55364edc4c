package io.github.wxcard.error;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WeChat's error codes as a card developer meets them, read from {@code errors.tsv} when asked. */
public final class ErrorTable {
  private ErrorTable() {}

  public static Optional<ErrorCode> find(int code) {
    return Optional.ofNullable(Rows.BY_CODE.get(code));
  }

  /** Every row, in the order of the file. */
  public static List<ErrorCode> all() {
    return List.copyOf(Rows.BY_CODE.values());
  }

  private static final class Rows {
    static final Map<Integer, ErrorCode> BY_CODE = read();

    private static Map<Integer, ErrorCode> read() {
      Map<Integer, ErrorCode> rows = new LinkedHashMap<>();
      try (InputStream in = ErrorTable.class.getResourceAsStream("errors.tsv");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          ErrorCode row = parse(line.split("\t", -1));
          rows.put(row.code(), row);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return rows;
    }

    private static ErrorCode parse(String[] cells) {
      return new ErrorCode(
          Integer.parseInt(cells[0]),
          cells[1],
          cells[2],
          cells[3],
          cells[4],
          cells[5],
          Retry.valueOf(cells[6]),
          Kind.valueOf(cells[7]));
    }
  }
}
