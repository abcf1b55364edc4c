package io.github.wxcard.sandbox.store;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The database's place: tokens and the callback's keys stand in it, so only its owner reads it. */
final class PrivateFile {
  private PrivateFile() {}

  /** Makes an empty file, and the folder it is in, unless they are there. */
  static void make(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
      }
    } catch (IOException e) {
      throw Failure.of(
              Kind.CONFIG,
              "cannot make the folder of the sandbox database " + folder,
              "Name a file in a folder that can be written to, in WXCARD_SANDBOX_DB.")
          .causedBy(e);
    }
    try {
      if (Files.notExists(file)) {
        Files.createFile(file, permissions(file, "rw-------"));
      }
    } catch (IOException e) {
      // Another process was faster, or the database says better why it cannot be opened.
      return;
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String text) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
