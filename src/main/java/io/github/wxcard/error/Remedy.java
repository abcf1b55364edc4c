package io.github.wxcard.error;

import java.util.List;
import java.util.Optional;

/**
 * What an error code means for some calls, and what to do about it there.
 *
 * @param path of the call, or, with a slash at its end, what the paths of several begin with
 * @param meaning empty where the code means what it always does; the others likewise
 */
public record Remedy(
    int code, String path, String meaning, String remedy, String meaningZh, String remedyZh) {

  /** The one for a call: of several that apply, the one with the longest path. */
  static Optional<Remedy> of(int code, String path) {
    Remedy best = null;
    for (Remedy each : Rows.ALL) {
      if (each.code == code
          && each.concerns(path)
          && (best == null || each.path.length() > best.path.length())) {
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Every row, in the order of the file. */
  public static List<Remedy> all() {
    return Rows.ALL;
  }

  private boolean concerns(String called) {
    return path.endsWith("/") ? called.startsWith(path) : called.equals(path);
  }

  ErrorCode appliedTo(ErrorCode row) {
    return new ErrorCode(
        row.code(),
        row.text(),
        either(meaning, row.meaning()),
        either(remedy, row.remedy()),
        either(meaningZh, row.meaningZh()),
        either(remedyZh, row.remedyZh()),
        row.retry(),
        row.kind());
  }

  private static String either(String special, String usual) {
    return special.isEmpty() ? usual : special;
  }

  private static final class Rows {
    static final List<Remedy> ALL =
        TsvResource.read("remedies.tsv").stream()
            .map(
                cells ->
                    new Remedy(
                        Integer.parseInt(cells[0]),
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        cells[5]))
            .toList();
  }
}
