package io.github.wxcard.input;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Reads a file that a person named, and says plainly what is wrong with it. */
public final class InputFile {
  /** Larger than anything WeChat would take, small enough to hold in memory, in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  private InputFile() {}

  /** As {@link #read(Path, String, Duration)}, with the usual timeout. */
  public static byte[] read(Path file, String name) {
    return read(file, name, USUAL_TIMEOUT);
  }

  /**
   * The whole content; a {@link FailureKind#INPUT} failure for what is missing, a folder or empty.
   *
   * @param name the file as the person called it
   * @param timeout how long a pipe may keep one waiting
   */
  public static byte[] read(Path file, String name, Duration timeout) {
    if (Files.isDirectory(file)) {
      throw Failure.of(FailureKind.INPUT, name + " is a folder", "Name a file in it.");
    }
    byte[] bytes = content(file, name, timeout);
    if (bytes.length == 0) {
      throw Failure.of(FailureKind.INPUT, name + " is empty", "Name a file with content.");
    }
    return bytes;
  }

  private static byte[] content(Path file, String name, Duration timeout) {
    try {
      byte[] bytes =
          Files.isRegularFile(file) || Files.notExists(file)
              ? bytes(file)
              : TimeLimiter.callWithTimeout(() -> bytes(file), timeout);
      if (bytes.length > MAX_BYTES) {
        throw Failure.of(FailureKind.INPUT, name + " is over 16 MiB", "Name a smaller file.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw Failure.of(
          FailureKind.INPUT, name + " does not exist", "Check the name and the folder.");
    } catch (TimeoutException e) {
      throw Failure.of(
          FailureKind.NETWORK,
          name + " is no regular file, and nothing came out of it in time",
          "Start what writes into it, or allow it more time with --timeout.");
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.INPUT,
              name + " cannot be read: " + IoErrorMessage.of(e),
              "Check that you may read it.")
          .causedBy(e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }
}
