package io.github.wxcard.text;

import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;
import java.util.regex.Pattern;

/** What went wrong with a file or a stream, as the system says it and not as Java names it. */
public final class IoErrorMessage {
  /** Of these the message is a mere path, or nothing. */
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          AccessDeniedException.class,
          "permission denied",
          NoSuchFileException.class,
          "no such file or folder",
          FileAlreadyExistsException.class,
          "it exists already",
          NotDirectoryException.class,
          "not a folder",
          DirectoryNotEmptyException.class,
          "the folder is not empty",
          FileSystemLoopException.class,
          "too many links in a row",
          AtomicMoveNotSupportedException.class,
          "the file system cannot replace a file",
          ReadOnlyFileSystemException.class,
          "read-only file system",
          EOFException.class,
          "it ends too early",
          ClosedChannelException.class,
          "it was closed");

  /** An exception made from another one begins its message with that one's class. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("^((java|javax|jdk|sun|com|org|io)(\\.\\w+)+(: |$))+");

  private IoErrorMessage() {}

  /** The cause in a few words, without the path, which the sentence around it names. */
  public static String of(Throwable trouble) {
    for (Map.Entry<Class<?>, String> each : WORDS.entrySet()) {
      if (each.getKey().isInstance(trouble)) {
        return each.getValue();
      }
    }
    if (trouble.getCause() != null && trouble.getCause().toString().equals(trouble.getMessage())) {
      return of(trouble.getCause());
    }
    String said =
        trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
    String bare = said == null ? "" : CLASS_NAME.matcher(said).replaceFirst("");
    if (!bare.isBlank()) {
      return bare;
    }
    return trouble.getCause() == null ? "input or output failed" : of(trouble.getCause());
  }
}
