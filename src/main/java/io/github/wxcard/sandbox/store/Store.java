package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The sandbox's state in one SQLite database. Threads of this process take turns on one connection;
 * other processes on the same file are kept apart by SQLite's own locks.
 */
public final class Store implements AutoCloseable {
  private final Connection connection;
  private final Sql sql;
  private final Clock clock;
  private final Map<String, Token> knownTokens = new HashMap<>();
  private final Committer committer = new Committer(this::serve);
  private final ReentrantLock turn = new ReentrantLock();
  private long version = -1;
  private volatile Controls controls = Controls.NONE;
  private volatile Runnable afterEachBatch = () -> {};

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
   * after which each is told. The calling thread does not wait for any of this.
   *
   * @param work may be run twice, and only the second time counts
   * @param told called from the store's own thread
   */
  public <T> void submit(boolean changes, Function<Tx, T> work, BiConsumer<T, Throwable> told) {
    committer.add(new Job<>(changes, work, told));
  }

  /** Has something done whenever all of a batch have been told; in the place of what was before. */
  public void afterEachBatch(Runnable work) {
    afterEachBatch = work;
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

  private void serve(List<Job<?>> batch) {
    together(batch);
    batch.forEach(Store::tell);
    afterEachBatch.run();
  }

  private static void tell(Job<?> job) {
    try {
      job.tell();
    } catch (RuntimeException | Error e) {
      // Whoever cannot be told keeps nobody else from hearing.
    }
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
    committer.close();
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
