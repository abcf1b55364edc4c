package io.github.wxcard.output.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The modules of a QR code, with the quiet zone that the standard asks for around them. */
public final class QrCode {
  /** Light modules on every side; readers lose the code with fewer. */
  public static final int QUIET_ZONE = 4;

  private static final List<ErrorCorrectionLevel> STRONGER =
      List.of(ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H);

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /** The smallest code for the text, with all the error correction that its size has room for. */
  public static QrCode of(String content) {
    if (content.isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT, "there is nothing to draw: the link is empty", "Name the link.");
    }
    try {
      return new QrCode(encode(content).getMatrix());
    } catch (WriterException e) {
      int bytes = content.getBytes(StandardCharsets.UTF_8).length;
      throw Failure.of(
              FailureKind.INPUT,
              "the text is " + bytes + " bytes, more than a QR code holds",
              "Shorten it: codes that phones read well stay below 300 bytes.")
          .causedBy(e);
    }
  }

  private static QRCode encode(String content) throws WriterException {
    Map<EncodeHintType, Object> hints = hints(content);
    QRCode smallest = Encoder.encode(content, ErrorCorrectionLevel.L, hints);
    hints.put(EncodeHintType.QR_VERSION, smallest.getVersion().getVersionNumber());
    QRCode best = smallest;
    for (ErrorCorrectionLevel better : STRONGER) {
      try {
        best = Encoder.encode(content, better, hints);
      } catch (WriterException full) {
        return best;
      }
    }
    return best;
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
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (content.chars().anyMatch(character -> character >= 0x80)) {
      hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    }
    return hints;
  }
}
