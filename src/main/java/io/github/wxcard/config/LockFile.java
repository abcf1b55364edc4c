package io.github.wxcard.config;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One holder at a time, between processes and between threads. The operating system gives the lock
 * back when a process dies, so the file itself may stay for ever.
 */
final class LockFile {
  private static final long POLL_MILLIS = 10;

  /** The threads of this process that want a file. */
  private static final Map<Path, ReentrantLock> QUEUES = new ConcurrentHashMap<>();

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
   * @throws Busy when another process kept it for longer than {@code timeout}
   * @throws IOException when there can be no lock at all, such as in a read-only folder
   */
  <T> T holding(Duration timeout, Supplier<T> work) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    // POSIX drops every lock of a process on a file as soon as any of its handles is closed, so
    // threads queue before they open it.
    ReentrantLock queue =
        QUEUES.computeIfAbsent(path.toAbsolutePath().normalize(), unused -> new ReentrantLock());
    if (queue.isHeldByCurrentThread()) {
      return work.get();
    }
    enter(queue, timeout);
    try (FileChannel channel = open()) {
      FileLock lock = acquire(channel, end);
      try {
        return work.get();
      } finally {
        lock.release();
      }
    } finally {
      queue.unlock();
    }
  }

  private void enter(ReentrantLock queue, Duration timeout) throws Busy {
    try {
      if (!queue.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Busy(path);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** For reading too: a pipe of that name would keep one waiting that only writes. */
  private FileChannel open() throws IOException {
    return FileChannel.open(
        path,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        OwnerOnlyFiles.ownerOnly(path, OwnerOnlyFiles.FILE));
  }

  private FileLock acquire(FileChannel channel, long end) throws IOException {
    for (FileLock lock = channel.tryLock(); ; lock = channel.tryLock()) {
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - end >= 0) {
        throw new Busy(path);
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL_MILLIS + random.nextLong(POLL_MILLIS));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private Failure interrupted() {
    Thread.currentThread().interrupt();
    return Failure.of(FailureKind.INTERRUPTED, "interrupted while waiting for " + path, null);
  }

  /** Somebody else holds the lock and does not let go. */
  static final class Busy extends IOException {
    Busy(Path path) {
      super("another process keeps " + path + " locked");
    }
  }
}
