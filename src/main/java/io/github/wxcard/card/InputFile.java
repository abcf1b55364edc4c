package io.github.wxcard.card;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that a person named, and says plainly what is wrong with it. */
public final class InputFile {
  /** Larger than anything WeChat would take, small enough to hold in memory, in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private InputFile() {}

  /**
   * The whole content; a {@link Kind#INPUT} failure for what is missing, a folder or empty.
   *
   * @param name the file as the person called it
   */
  public static byte[] read(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw Failure.of(Kind.INPUT, name + " is a folder", "Name a file in it.");
    }
    byte[] bytes = content(file, name);
    if (bytes.length == 0) {
      throw Failure.of(Kind.INPUT, name + " is empty", "Name a file with content.");
    }
    return bytes;
  }

  private static byte[] content(Path file, String name) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw Failure.of(Kind.INPUT, name + " is over 16 MiB", "Name a smaller file.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Failure.of(Kind.INPUT, name + " does not exist", "Check the name and the folder.");
    } catch (IOException e) {
      throw Failure.of(
              Kind.INPUT,
              name + " cannot be read: " + e.getMessage(),
              "Check that you may read it.")
          .causedBy(e);
    }
  }
}
