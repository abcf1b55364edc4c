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
import java.util.LinkedHashMap;
import java.util.Map;

/** What went wrong with a file or a stream, as the system says it and not as Java names it. */
public final class IoTrouble {
  /** Of these the message is a mere path, or nothing. */
  private static final Map<Class<?>, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(AccessDeniedException.class, "permission denied");
    WORDS.put(NoSuchFileException.class, "no such file or folder");
    WORDS.put(FileAlreadyExistsException.class, "it exists already");
    WORDS.put(NotDirectoryException.class, "not a folder");
    WORDS.put(DirectoryNotEmptyException.class, "the folder is not empty");
    WORDS.put(FileSystemLoopException.class, "too many links in a row");
    WORDS.put(AtomicMoveNotSupportedException.class, "the file system cannot replace a file");
    WORDS.put(ReadOnlyFileSystemException.class, "read-only file system");
    WORDS.put(EOFException.class, "it ends too early");
    WORDS.put(ClosedChannelException.class, "it was closed");
  }

  private IoTrouble() {}

  /** The cause in a few words, without the path, which the sentence around it names. */
  public static String words(Throwable trouble) {
    for (Map.Entry<Class<?>, String> each : WORDS.entrySet()) {
      if (each.getKey().isInstance(trouble)) {
        return each.getValue();
      }
    }
    String said =
        trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
    if (said != null && !said.isBlank()) {
      return isClassName(said) && trouble.getCause() != null ? words(trouble.getCause()) : said;
    }
    return trouble.getCause() == null ? "input or output failed" : words(trouble.getCause());
  }

  /** An exception made from another one begins its message with that one's class. */
  private static boolean isClassName(String said) {
    return said.matches("(?s)(java|sun|jdk|io|com|org)(\\.\\w+)+(: .*)?");
  }
}
