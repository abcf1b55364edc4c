package io.github.wxcard.output.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The modules of a QR code, with the quiet zone that the standard asks for around them. */
public final class QrCode {
  /** Light modules on every side; readers lose the code with fewer. */
  public static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /** The smallest code for the text that still reads with a seventh of it spoilt. */
  public static QrCode of(String content) {
    if (content.isEmpty()) {
      throw Failure.of(Kind.INPUT, "there is nothing to draw: the link is empty", "Name the link.");
    }
    try {
      return new QrCode(
          Encoder.encode(content, ErrorCorrectionLevel.M, hints(content)).getMatrix());
    } catch (WriterException e) {
      int bytes = content.getBytes(StandardCharsets.UTF_8).length;
      throw Failure.of(
              Kind.INPUT,
              "the text is " + bytes + " bytes, more than a QR code holds",
              "Shorten it: codes that phones read well stay below 300 bytes.")
          .causedBy(e);
    }
  }

  /** Modules along one side, quiet zone included. */
  public int size() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  /** Whether a module is dark; whatever lies outside is light. */
  public boolean isDark(int column, int row) {
    int x = column - QUIET_ZONE;
    int y = row - QUIET_ZONE;
    boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return inside && modules.get(x, y) == 1;
  }

  /** Naming a charset adds a marker that old readers stumble over: only where it is needed. */
  private static Map<EncodeHintType, Object> hints(String content) {
    boolean plain = content.chars().allMatch(character -> character < 0x80);
    return plain ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
  }
}
