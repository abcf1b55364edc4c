package io.github.wxcard.output.qr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A QR code as a PNG file of one bit a pixel. Written here because ImageIO starts the windowing
 * toolkit, which takes longer than the rest of the command and is missing in headless runtimes.
 */
public final class QrPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int LEAST_SIDE = 400;
  private static final int LEAST_MODULE = 4;

  /** Header fields after width and height: one bit, grey, usual packing, no interlace. */
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private final QrCode code;
  private final int pixels;

  private QrPng(QrCode code) {
    this.code = code;
    this.pixels = Math.max(LEAST_MODULE, (LEAST_SIDE + code.size() - 1) / code.size());
  }

  /** The bytes of the file; each module is a square of whole pixels. */
  public static byte[] bytes(QrCode code) {
    try {
      return new QrPng(code).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    writeChunk(file, "IHDR", header());
    writeChunk(file, "IDAT", image());
    writeChunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeInt(code.size() * pixels);
    data.writeInt(code.size() * pixels);
    data.write(ONE_BIT_GREY);
    return header.toByteArray();
  }

  private byte[] image() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < code.size() * pixels; y++) {
        rows.write(row(y / pixels));
      }
    }
    return packed.toByteArray();
  }

  /** A filter byte, then the pixels, eight to a byte, light ones set. */
  private byte[] row(int module) {
    int side = code.size() * pixels;
    byte[] row = new byte[1 + (side + 7) / 8];
    for (int x = 0; x < side; x++) {
      if (!code.isDark(x / pixels, module)) {
        row[1 + x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
  }

  private static void writeChunk(ByteArrayOutputStream file, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    DataOutputStream data = new DataOutputStream(file);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) sum.getValue());
  }
}
