package io.github.wxcard.output;

/** Where a result writes its text: lines, and now and then a QR code. */
public interface Page {
  void line(String text);

  /** Content that is no text, such as an image, as it is; a terminal refuses it. */
  void bytes(byte[] content);

  /** Draws a code that encodes {@code content}, when the style and the terminal allow it. */
  void qr(String content, QrStyle style);
}
