package io.github.wxcard.batch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Journals that nobody needs any more: of finished batches, and untouched for {@link #KEPT}. An
 * unfinished one is the only memory of what was sent, and stays.
 */
final class JournalCleanup {
  /** How long a finished batch can still be looked up with {@code --resume}. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String LAST_RECORD = "\n" + JournalRecord.finished();

  private JournalCleanup() {}

  /**
   * Removes them from a folder; what cannot be removed now is left for another time.
   *
   * @param own the one in use here: to open it a second time would lose its lock
   */
  static void removeExpired(Path folder, Path own, Instant now) {
    try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder, "*.jsonl")) {
      for (Path journal : journals) {
        if (!journal.equals(own)) {
          removeIfOver(journal, now.minus(KEPT));
        }
      }
    } catch (IOException | RuntimeException unimportant) {
      return;
    }
  }

  private static void removeIfOver(Path journal, Instant limit) throws IOException {
    if (!Files.getLastModifiedTime(journal).toInstant().isBefore(limit)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      if (isFinished(file) && JournalFile.locks(file.getChannel())) {
        Files.delete(journal);
      }
    }
  }

  /** An empty one, too, says nothing about anything sent. */
  private static boolean isFinished(RandomAccessFile file) throws IOException {
    int size = LAST_RECORD.length();
    if (file.length() < size) {
      return true;
    }
    byte[] last = new byte[size];
    file.seek(file.length() - size);
    file.readFully(last);
    return LAST_RECORD.equals(new String(last, StandardCharsets.US_ASCII));
  }
}
