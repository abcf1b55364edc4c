package io.github.wxcard.client.redis;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The lock on one value among all machines. It lapses when its holder dies. */
final class RedisLock {
  /**
   * How long a fetch usually takes at the very most. A slower one is not harmed when another
   * machine starts: the stable token is the same for both.
   */
  static final Duration LIFETIME = Duration.ofSeconds(15);

  private static final long FIRST_POLL_MILLIS = 25;
  private static final long LAST_POLL_MILLIS = 200;

  private final RedisConnection connection;
  private final RandomGenerator random;
  private final String lock;
  private final String holder;

  RedisLock(RedisConnection connection, RandomGenerator random, String lock) {
    this.connection = connection;
    this.random = random;
    this.lock = lock;
    this.holder =
        HexFormat.of().toHexDigits(random.nextLong())
            + HexFormat.of().toHexDigits(random.nextLong());
  }

  /** Looks at what is stored. */
  @FunctionalInterface
  interface Look<T> {
    Optional<T> now() throws RedisException;
  }

  /**
   * Waits until it is this one's turn, or until a look finds what another one has fetched.
   *
   * @return what was found; empty when the lock is held and it is for the caller to fetch
   * @throws Failure when others hold the lock for longer than {@code timeout}
   */
  <T> Optional<T> await(Duration timeout, Look<T> look) throws RedisException {
    long start = System.nanoTime();
    long poll = FIRST_POLL_MILLIS;
    while (!connection.lock(lock, holder, LIFETIME)) {
      if (System.nanoTime() - start >= timeout.toNanos()) {
        throw Failure.of(
                FailureKind.NETWORK,
                "another wxcard process, perhaps on another machine, has been fetching this for too"
                    + " long",
                "Run the command again, or allow it more time with --timeout.")
            .retryable(true);
      }
      pause(poll + random.nextLong(poll));
      poll = Math.min(2 * poll, LAST_POLL_MILLIS);
      Optional<T> found = look.now();
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<T> found = look.now();
    if (found.isPresent()) {
      connection.release(lock, holder);
    }
    return found;
  }

  /** Stores what was fetched in place of what was seen before, and lets the next one in. */
  void publish(String key, String seen, String value, Duration lifetime) throws RedisException {
    connection.publish(key, lock, holder, seen, value, lifetime);
  }

  /** Lets the next one in, as nothing came of it; if that fails, the lock lapses by itself. */
  void giveUp() {
    try {
      connection.release(lock, holder);
    } catch (RedisException lapsesAnyway) {
      return;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(
          FailureKind.INTERRUPTED, "interrupted while waiting for another process", null);
    }
  }
}
