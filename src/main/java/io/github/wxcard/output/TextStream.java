package io.github.wxcard.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One stream of text for people or programs, UTF-8 whatever the locale says. */
final class TextStream {
  private final OutputStream stream;

  TextStream(OutputStream stream) {
    this.stream = stream;
  }

  /** For bytes that are another program's. */
  OutputStream stream() {
    return stream;
  }

  /** Hands the text over at once, so that a reader never waits for a buffer to fill. */
  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void write(byte[] content) throws IOException {
    stream.write(content);
    stream.flush();
  }
}
