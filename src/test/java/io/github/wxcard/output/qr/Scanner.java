package io.github.wxcard.output.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A phone's eye: reads what was drawn, from pixels only. */
public final class Scanner {
  private static final int PIXELS = 6;

  private Scanner() {}

  /** Reads the drawing of half blocks or of {@code ##}, colours or none. */
  public static String readText(String drawing) {
    List<String> lines = drawing.replaceAll("\u001b\\[[0-9;]*m", "").lines().toList();
    boolean wide = drawing.contains("##");
    int side = lines.get(0).length() / (wide ? 2 : 1);
    boolean[][] dark = new boolean[side][side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        dark[row][column] =
            wide
                ? lines.get(row).charAt(2 * column) == '#'
                : inkAt(lines.get(row / 2).charAt(column), row % 2 == 0);
      }
    }
    return read(dark);
  }

  private static boolean inkAt(char half, boolean upper) {
    return half == '█' || half == (upper ? '▀' : '▄');
  }

  /** Reads modules, rows first. */
  public static String read(boolean[][] dark) {
    int side = dark.length * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.setAll(
        pixels, at -> dark[at / side / PIXELS][at % side / PIXELS] ? 0xff000000 : 0xffffffff);
    return read(new RGBLuminanceSource(side, side, pixels));
  }

  /** Reads any picture; where the search for the corners fails, from the edges of the picture. */
  public static String read(LuminanceSource picture) {
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(picture));
    try {
      return read(bitmap, DecodeHintType.TRY_HARDER);
    } catch (ReaderException notFound) {
      try {
        return read(bitmap, DecodeHintType.PURE_BARCODE);
      } catch (ReaderException e) {
        throw new AssertionError("no QR code can be read from the picture", e);
      }
    }
  }

  private static String read(BinaryBitmap bitmap, DecodeHintType hint) throws ReaderException {
    return new QRCodeReader().decode(bitmap, Map.of(hint, true)).getText();
  }
}
