package io.github.wxcard.error;

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

  /**
   * As {@link #find(int)}, with the meaning and the remedy that fit a call.
   *
   * @param path the call's, such as {@code /card/code/consume}
   */
  public static Optional<ErrorCode> find(int code, String path) {
    return find(code)
        .map(row -> Remedy.of(code, path).map(remedy -> remedy.appliedTo(row)).orElse(row));
  }

  /** The code of which a line quotes the server's text, in this or in an older edition. */
  public static Optional<Integer> knownByText(String line) {
    return ErrorTextPattern.find(line);
  }

  /** Every row, in the order of the file. */
  public static List<ErrorCode> all() {
    return List.copyOf(Rows.BY_CODE.values());
  }

  /**
   * Codes that no call answers: those of WeChat's own library for callbacks, whose constants are
   * their texts, and that of the console's check of an address.
   */
  public static List<ErrorCode> ofCallbacks() {
    return List.copyOf(CallbackRows.BY_CODE.values());
  }

  private static final class CallbackRows {
    static final Map<Integer, ErrorCode> BY_CODE = Rows.read("callback-codes.tsv");
  }

  private static final class Rows {
    static final Map<Integer, ErrorCode> BY_CODE = read("errors.tsv");

    private static Map<Integer, ErrorCode> read(String file) {
      Map<Integer, ErrorCode> rows = new LinkedHashMap<>();
      for (String[] cells : TsvResource.read(file)) {
        ErrorCode row = parse(cells);
        rows.put(row.code(), row);
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
          RetryRule.valueOf(cells[6]),
          FailureKind.valueOf(cells[7]));
    }
  }
}
