package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that only grows, locked against other processes. What is appended survives a kill of this
 * process at once, and the loss of the machine's power after {@link #persist}. No channel is read
 * or written: an interrupt, such as Ctrl-C in the REPL, would close it.
 */
final class JournalFile implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;
  private final boolean isNew;

  /** Reads from where the file stands; to close it would close the file. */
  private final InputStream bytes;

  private long end;

  private JournalFile(Path path, RandomAccessFile file, boolean isNew) throws IOException {
    this.path = path;
    this.file = file;
    this.isNew = isNew;
    this.bytes = new FileInputStream(file.getFD());
  }

  static JournalFile open(Path path) {
    try {
      boolean isNew = createUnlessThere(path);
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      boolean locked = locks(file.getChannel());
      if (locked && Files.exists(path)) {
        return new JournalFile(path, file, isNew);
      }
      file.close();
      if (locked) {
        // Another process has removed it as an old one before it was locked.
        return open(path);
      }
      throw Failure.of(
          FailureKind.INPUT,
          "another wxcard is working on this batch",
          "Wait until it has ended; its journal is " + path + ".");
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** An existing one to look into, without a lock. */
  static JournalFile reading(Path path) {
    try {
      return new JournalFile(path, new RandomAccessFile(path.toFile(), "r"), false);
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Reads everything, and forgets what a crash has left behind the last whole record. */
  JournalReplay replay(int lines) {
    JournalReplay replay = new JournalReplay(lines);
    try {
      replay.read(from(0, 1 << 16));
      if (!replay.damaged) {
        cut(replay.end);
      }
      return replay;
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Forgets everything. */
  void begin(String header) {
    cut(0);
    append(header);
  }

  /** Begins anew with what a damaged one still tells; any other of these lines may be sent. */
  void mend(String header, int lines) {
    try {
      String results = JournalRecord.results(from(0, 1 << 16));
      begin(header + results + JournalRecord.announced(1, lines));
      persist();
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Adds text and says where it begins. */
  synchronized long append(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    long begin = end;
    try {
      file.seek(begin);
      file.write(added);
    } catch (IOException e) {
      throw broken(path, e);
    }
    end += added.length;
    return begin;
  }

  /** Returns once everything appended so far is on the disk. */
  void persist() {
    try {
      file.getFD().sync();
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  private InputStream from(long offset, int atOnce) throws IOException {
    file.seek(offset);
    return new BufferedInputStream(bytes, atOnce);
  }

  /** The result whose record begins at an offset. */
  synchronized ObjectNode result(long offset) {
    try {
      return (ObjectNode)
          Json.read(JournalRecord.read(from(offset, 512), offset).text().substring(2));
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Whether nothing whole is left, not even the first line, which a new one has not got yet. */
  boolean isEmptied() throws IOException {
    return !isNew && file.length() == 0;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  private synchronized void cut(long length) {
    try {
      file.setLength(length);
      end = length;
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Takes the lock, unless somebody has it; closing the channel gives it back. */
  static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Whether it was not there. */
  private static boolean createUnlessThere(Path path) throws IOException {
    try {
      Files.createFile(path, OwnerOnlyFiles.ownerOnly(path, OwnerOnlyFiles.FILE));
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    // The file's name must survive as well as its content.
    if (OwnerOnlyFiles.knowsOwners(path)) {
      try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
    return true;
  }

  static Failure broken(Path path, IOException e) {
    return Failure.of(
            FailureKind.INTERNAL,
            "the journal " + path + " cannot be kept: " + IoErrorMessage.of(e),
            "Check that the disk has room and that you may write there; then go on with --resume.")
        .causedBy(e);
  }
}
