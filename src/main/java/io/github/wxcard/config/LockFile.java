package io.github.wxcard.config;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One holder at a time, between processes and between threads. The operating system gives the lock
 * back when a process dies, so the file itself may stay for ever.
 */
final class LockFile {
  private static final long POLL_MILLIS = 10;

  private final Path path;
  private final RandomGenerator random;

  LockFile(Path path, RandomGenerator random) {
    this.path = path;
    this.random = random;
  }

  /**
   * Does the work while nobody else holds the lock. Work may come back here: fetching a ticket may
   * fetch a token first.
   *
   * @throws Busy when another process kept it for longer than {@code patience}
   * @throws IOException when there can be no lock at all, such as in a read-only folder
   */
  <T> T holding(Duration patience, Supplier<T> work) throws IOException {
    String name = ("wxcard lock " + path.toAbsolutePath().normalize()).intern();
    if (Thread.holdsLock(name)) {
      return work.get();
    }
    // POSIX drops every lock of a process on a file as soon as any of its handles is closed, so
    // threads queue before they open it. An interned name is one object in the whole process.
    synchronized (name) {
      try (FileChannel channel = open()) {
        FileLock lock = acquire(channel, patience);
        try {
          return work.get();
        } finally {
          lock.release();
        }
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        path,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        Privacy.ownerOnly(path, Privacy.FILE));
  }

  private FileLock acquire(FileChannel channel, Duration patience) throws IOException {
    long waited = 0;
    for (FileLock lock = channel.tryLock(); ; lock = channel.tryLock()) {
      if (lock != null) {
        return lock;
      }
      if (waited >= patience.toMillis()) {
        throw new Busy(path);
      }
      waited += pause();
    }
  }

  private long pause() {
    long millis = POLL_MILLIS + random.nextLong(POLL_MILLIS);
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(Kind.INTERRUPTED, "interrupted while waiting for " + path, null);
    }
    return millis;
  }

  /** Somebody else holds the lock and does not let go. */
  static final class Busy extends IOException {
    Busy(Path path) {
      super("another process keeps " + path + " locked");
    }
  }
}
