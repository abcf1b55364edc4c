package io.github.wxcard.client;

import java.util.List;

/** The calls of the card interface. */
public final class KnownCalls {
  private static final String READS = "reads";

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
    return CallTable.WECHAT.row("POST", path).filter(cells -> cells[2].equals(READS)).isPresent();
  }

  private static final class Rows {
    static final List<Known> ALL =
        CallTable.WECHAT.text().lines().skip(1).map(Rows::parse).toList();

    private static Known parse(String line) {
      String[] cells = CallTable.cells(line);
      return new Known(cells[0], cells[1], cells[2].equals(READS));
    }
  }
}
