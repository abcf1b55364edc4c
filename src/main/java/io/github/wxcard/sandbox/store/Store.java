package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The sandbox's state in one SQLite database. Threads of this process take turns on one connection;
 * other processes on the same file are kept apart by SQLite's own locks.
 */
public final class Store implements AutoCloseable {
  private static final int LARGEST_BATCH = 64;

  private final Connection connection;
  private final Sql sql;
  private final Clock clock;
  private final Map<String, Token> knownTokens = new HashMap<>();
  private final Queue<Job<?>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean serving = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();
  private long version = -1;
  private volatile Controls controls = Controls.NONE;

  private Store(Connection connection, Clock clock) {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.clock = clock;
  }

  /**
   * Opens the database and makes its tables when it is new.
   *
   * @param file empty for a database in memory
   */
  public static Store open(Optional<Path> file, Clock clock) {
    return new Store(Database.open(file), clock);
  }

  /** Looks at one moment of the state. */
  public <T> T read(Function<Tx, T> work) {
    return inTurn(false, work);
  }

  /** Changes the state as a whole, or, when the work throws, not at all. */
  public <T> T write(Function<Tx, T> work) {
    return inTurn(true, work);
  }

  /**
   * As {@link #read} or {@link #write}, together with whatever else waits: one commit for all,
   * after which each is told. The calling thread may find itself doing the work of others.
   *
   * @param work may be run twice, and only the second time counts
   */
  public <T> void submit(boolean changes, Function<Tx, T> work, BiConsumer<T, Throwable> told) {
    waiting.add(new Job<>(changes, work, told));
    serve();
  }

  /** What the person at the controls had set when the state was last looked at. */
  public Controls controls() {
    return controls;
  }

  private <T> T inTurn(boolean changes, Function<Tx, T> work) {
    turn.lock();
    try {
      return inTransaction(changes, work);
    } finally {
      turn.unlock();
    }
  }

  /**
   * One thread at a time works for all that wait, and tells them, too: meanwhile others gather, and
   * the more there are, the less each costs.
   */
  @SuppressWarnings("ThreadPriorityCheck") // Nothing rests on it: batches only grow by it.
  private void serve() {
    while (!waiting.isEmpty() && serving.compareAndSet(false, true)) {
      try {
        List<Job<?>> batch = new ArrayList<>();
        // A moment for those who are about to ask.
        Thread.yield();
        for (Job<?> job = waiting.poll(); job != null; job = nextFor(batch)) {
          batch.add(job);
        }
        together(batch);
        batch.forEach(Store::tell);
      } finally {
        serving.set(false);
      }
    }
  }

  private static void tell(Job<?> job) {
    try {
      job.tell();
    } catch (RuntimeException e) {
      // Whoever cannot be told keeps nobody else from hearing.
    }
  }

  private Job<?> nextFor(List<Job<?>> batch) {
    return batch.size() < LARGEST_BATCH ? waiting.poll() : null;
  }

  private void together(List<Job<?>> batch) {
    boolean changes = batch.stream().anyMatch(Job::changes);
    turn.lock();
    try {
      inTransaction(
          changes,
          tx -> {
            for (Job<?> job : batch) {
              long before = sql.changes();
              if (!job.run(tx) && sql.changes() != before) {
                throw new HalfDone();
              }
            }
            return null;
          });
    } catch (HalfDone undone) {
      batch.forEach(this::alone);
    } catch (RuntimeException | Error trouble) {
      batch.forEach(job -> job.fail(trouble));
    } finally {
      turn.unlock();
    }
  }

  private void alone(Job<?> job) {
    try {
      inTransaction(
          job.changes(),
          tx -> {
            if (!job.run(tx)) {
              throw new HalfDone();
            }
            return null;
          });
    } catch (HalfDone undone) {
      // Its own failure is what it will be told.
    } catch (RuntimeException | Error trouble) {
      job.fail(trouble);
    }
  }

  private <T> T inTransaction(boolean changes, Function<Tx, T> work) {
    sql.change(changes ? "BEGIN IMMEDIATE" : "BEGIN");
    boolean done = false;
    try {
      T result = work.apply(transaction());
      sql.change("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        forget();
        sql.change("ROLLBACK");
      }
    }
  }

  private Tx transaction() {
    long current = sql.number("PRAGMA data_version");
    if (current != version) {
      controls = Controls.read(new SettingTable(sql, () -> {}), new FaultTable(sql, () -> {}));
      knownTokens.clear();
      version = current;
    }
    long now = clock.instant().getEpochSecond() + controls.clockOffset();
    return new Tx(sql, now, controls, knownTokens, this::forget);
  }

  /** What is remembered is read again at the next look. */
  private void forget() {
    version = -1;
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(e);
    } finally {
      turn.unlock();
    }
  }

  /** A job of several failed after it had changed something, so that all must be undone. */
  private static final class HalfDone extends RuntimeException {
    HalfDone() {
      super(null, null, false, false);
    }
  }
}
