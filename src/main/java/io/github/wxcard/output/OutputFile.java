package io.github.wxcard.output;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that a command will write at its end: looked at early, and never half written. */
public final class OutputFile {
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /** Refuses a place where no file can be, so that it is known before any call is made. */
  public static OutputFile at(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw Failure.of(FailureKind.INPUT, path + " is a folder", "Name a file inside it.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw Failure.of(
          FailureKind.INPUT,
          "cannot write " + path + ": there is no folder " + folder,
          "Make the folder first, or name another file.");
    }
    return new OutputFile(path);
  }

  /**
   * As {@link #at}, and refuses to take the place of a file that is there, unless it is asked to.
   *
   * @param name the place as the person wrote it
   */
  public static OutputFile fresh(Path path, String name, boolean force) {
    boolean link = Files.isSymbolicLink(path) && Files.notExists(path);
    if (!force && (link || Files.isRegularFile(path))) {
      throw Failure.of(
          FailureKind.INPUT, name + " is there already", "Name another file, or give --force.");
    }
    return at(path);
  }

  /** Puts the whole content in place at once; streams such as /dev/stdout are written as such. */
  public void write(byte[] content) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        Files.write(path, content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.INPUT,
              "cannot write " + path + ": " + IoErrorMessage.of(e),
              "Look at the folder's permissions and at the space on the disk.")
          .causedBy(e);
    }
  }

  /** A file that is written anew stays as open, or as closed, to others as it was. */
  private static void keepPermissions(Path old, Path draft) throws IOException {
    if (Files.exists(old) && Files.getFileStore(old).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(old));
    }
  }

  private void replace(byte[] content) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(draft, content);
      keepPermissions(target, draft);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
