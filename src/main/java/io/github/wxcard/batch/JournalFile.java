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
  private final Object persisting = new Object();
  private long end;
  private boolean atEnd;
  private long persisted;

  private JournalFile(Path path, RandomAccessFile file, boolean isNew) {
    this.path = path;
    this.file = file;
    this.isNew = isNew;
  }

  static JournalFile open(Path path) {
    try {
      boolean isNew = createUnlessThere(path);
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      boolean locked = locks(file.getChannel());
      if (locked && Files.notExists(path)) {
        // Another process has removed it as an old one between the two lines above.
        file.close();
        return open(path);
      }
      if (!locked) {
        file.close();
        throw Failure.of(
            FailureKind.INPUT,
            "another wxcard is working on this batch",
            "Wait until it has ended; its journal is " + path + ".");
      }
      return new JournalFile(path, file, isNew);
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
  void replay(JournalReplay replay) {
    try {
      file.seek(0);
      // Closing the stream would close the file; it holds nothing else.
      replay.read(new BufferedInputStream(new FileInputStream(file.getFD()), 1 << 16));
      if (!replay.damaged) {
        cut(replay.end);
      }
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Forgets everything. */
  void clear() {
    try {
      cut(0);
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Adds text and says where it begins. */
  synchronized long append(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long begin = end;
    try {
      if (!atEnd) {
        file.seek(begin);
      }
      atEnd = false;
      file.write(bytes);
      atEnd = true;
    } catch (IOException e) {
      throw broken(path, e);
    }
    end += bytes.length;
    return begin;
  }

  /** Returns once everything appended so far is on the disk. One caller writes for all who wait. */
  void persist() {
    long wanted = end();
    synchronized (persisting) {
      if (persisted >= wanted) {
        return;
      }
      long all = end();
      try {
        file.getFD().sync();
      } catch (IOException e) {
        throw broken(path, e);
      }
      persisted = all;
    }
  }

  private synchronized String record(long offset) {
    try {
      atEnd = false;
      file.seek(offset);
      byte[] buffer = new byte[512];
      StringBuilder bytes = new StringBuilder();
      for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
        String part = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        int lineBreak = part.indexOf('\n');
        bytes.append(part, 0, lineBreak < 0 ? read : lineBreak);
        if (lineBreak >= 0) {
          break;
        }
      }
      byte[] utf8 = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
      return new String(utf8, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** The result whose record begins at an offset. */
  ObjectNode result(long offset) {
    try {
      return (ObjectNode) Json.read(record(offset).substring(2));
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Whether nothing whole is left, not even the first line, which a new one has not got yet. */
  boolean isEmptied() throws IOException {
    return !isNew && file.length() == 0;
  }

  /** The records with a result that are still whole, in order, wherever they stand. */
  String salvage() {
    StringBuilder whole = new StringBuilder();
    try {
      file.seek(0);
      byte[] all = new FileInputStream(file.getFD()).readAllBytes();
      new String(all, StandardCharsets.UTF_8)
          .lines()
          .filter(JournalReplay::isResult)
          .forEach(record -> whole.append(record).append('\n'));
    } catch (IOException e) {
      throw broken(path, e);
    }
    return whole.toString();
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

  private synchronized long end() {
    return end;
  }

  private synchronized void cut(long length) throws IOException {
    file.setLength(length);
    end = length;
    atEnd = false;
  }

  private static boolean locks(FileChannel channel) throws IOException {
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
