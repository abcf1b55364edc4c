package io.github.wxcard.sandbox.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a QR code as the JPEG that WeChat serves. */
final class QrJpeg {
  private static final int PIXELS = 430;
  private static final int WHITE = 0xffffff;

  private QrJpeg() {}

  static byte[] jpeg(String content) {
    try {
      return encode(draw(content));
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage draw(String content) throws WriterException {
    BitMatrix modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
    BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < PIXELS; y++) {
      for (int x = 0; x < PIXELS; x++) {
        image.setRGB(x, y, modules.get(x, y) ? 0 : WHITE);
      }
    }
    return image;
  }

  /** Kept in memory: ImageIO's shortcuts would write a temporary file. */
  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
