package io.github.wxcard.output.qr;

import java.util.Locale;

/** A QR code as an SVG file: a white square, and one path with a run of modules a step. */
public final class QrSvg {
  /** Millimetres, so that a print shop gets a code that reads at arm's length. */
  private static final int MILLIMETRES_PER_MODULE = 2;

  private QrSvg() {}

  public static String text(QrCode code) {
    int side = code.size();
    int millimetres = side * MILLIMETRES_PER_MODULE;
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$dmm" height="%1$dmm" viewBox="0 0 %2$d %2$d" shape-rendering="crispEdges">
        <path fill="#ffffff" d="M0 0h%2$dv%2$dh-%2$dz"/>
        <path fill="#000000" d="%3$s"/>
        </svg>
        """,
        millimetres,
        side,
        path(code));
  }

  private static String path(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        int length = darkRun(code, column, row);
        if (length > 0) {
          path.append(String.format(Locale.ROOT, "M%d %dh%dv1h-%dz", column, row, length, length));
          column += length;
        }
      }
    }
    return path.toString();
  }

  private static int darkRun(QrCode code, int column, int row) {
    int end = column;
    while (code.isDark(end, row)) {
      end++;
    }
    return end - column;
  }
}
