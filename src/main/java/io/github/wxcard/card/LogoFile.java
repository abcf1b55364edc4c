package io.github.wxcard.card;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.text.ImageFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * An image that WeChat will take: PNG or JPEG, at most 1 MB.
 *
 * @param name the file's own name, without folders
 */
public record LogoFile(String name, byte[] bytes) {
  /** The limit of {@code /cgi-bin/media/uploadimg}, in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  /**
   * Reads an image and checks it before anything is sent; a {@link FailureKind#INPUT} failure else.
   */
  public static LogoFile read(Path file, String shown, Duration timeout) {
    byte[] bytes = InputFile.read(file, shown, timeout);
    if (bytes.length > MAX_BYTES) {
      throw Failure.of(
          FailureKind.INPUT,
          String.format(
              Locale.ROOT,
              "%s has %,d bytes, and an image may have %,d (1 MB)",
              shown,
              bytes.length,
              MAX_BYTES),
          "Make it smaller: a logo of 300×300 pixels is enough.");
    }
    if (ImageFormat.of(bytes).isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT,
          shown + " is neither a PNG nor a JPEG image",
          "Convert it to PNG or JPEG.");
    }
    return new LogoFile(file.getFileName().toString(), bytes);
  }
}
