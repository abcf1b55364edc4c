package io.github.wxcard.sandbox.store;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The database's place: tokens and the callback's keys stand in it, so only its owner reads it. */
final class DatabaseFile {
  private DatabaseFile() {}

  /** Makes an empty file, and the folder it is in, unless they are there. */
  static void make(Path file) {
    try {
      makeFolder(folder(file));
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.CONFIG,
              "cannot make the folder of the sandbox database " + folder(file),
              "Name a file in a folder that can be written to, in WXCARD_SANDBOX_DB. The name"
                  + " :memory: keeps nothing.")
          .causedBy(e);
    }
    try {
      makeFile(file);
    } catch (IOException e) {
      // Another process was faster, or the database says better why it cannot be opened.
      return;
    }
  }

  /**
   * Why nothing can be kept there; empty when the file is there, or was made, and can be changed.
   */
  static Optional<String> objection(Path file) {
    Path folder = folder(file);
    try {
      makeFolder(folder);
      makeFile(file);
    } catch (FileAlreadyExistsException e) {
      // Of the file, that another process was faster.
      return Files.isDirectory(folder) ? Optional.empty() : Optional.of("not a folder");
    } catch (IOException e) {
      return Optional.of(IoErrorMessage.of(e));
    }
    // SQLite writes beside the file, too.
    return Files.isWritable(folder) && Files.isWritable(file)
        ? Optional.empty()
        : Optional.of("it cannot be written to");
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private static void makeFolder(Path folder) throws IOException {
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, OwnerOnlyFiles.ownerOnly(folder, OwnerOnlyFiles.FOLDER));
    }
  }

  private static void makeFile(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file, OwnerOnlyFiles.ownerOnly(file, OwnerOnlyFiles.FILE));
    }
  }
}
