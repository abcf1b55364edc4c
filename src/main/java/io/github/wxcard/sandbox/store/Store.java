package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.StoreTaskQueue.StoreTask;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The sandbox's state in one SQLite database. Threads of this process take turns on one connection;
 * other processes on the same file are kept apart by SQLite's own locks.
 */
public final class Store implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofMillis(250);
  private static final long BETWEEN_TRIES_NANOS = 5_000_000;

  private final Connection connection;
  private final StoreHealth health;
  private final TransactionManager transactions;
  private final Duration patience;
  private final StoreTaskQueue tasks = new StoreTaskQueue(this::serve);
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Runnable afterEachBatch = () -> {};

  private Store(Connection connection, Clock clock, Duration patience, StoreHealth health) {
    this.connection = connection;
    this.health = health;
    this.transactions = new TransactionManager(connection, clock, health);
    this.patience = patience;
  }

  /**
   * Opens the database and makes its tables when it is new.
   *
   * @param file empty for a database in memory
   */
  public static Store open(Optional<Path> file, Clock clock) {
    return on(Database.open(file), file, clock, PATIENCE);
  }

  /** Why no state can be kept in a file; empty when it can, and then the file is there. */
  public static Optional<String> objection(Path file) {
    return DatabaseFile.objection(file);
  }

  /**
   * Works on a database that is open already.
   *
   * @param patience with other processes that hold the database
   */
  static Store on(Connection connection, Optional<Path> file, Clock clock, Duration patience) {
    String name = file.map(Path::toString).orElse("the sandbox's state in memory");
    return new Store(connection, clock, patience, new StoreHealth(name));
  }

  /** Looks at one moment of the state. */
  public <T> T read(Function<Transaction, T> work) {
    return inTurn(false, work);
  }

  /** Changes the state as a whole, or, when the work throws, not at all. */
  public <T> T write(Function<Transaction, T> work) {
    return inTurn(true, work);
  }

  /**
   * As {@link #read} or {@link #write}, together with whatever else waits: one commit for all,
   * after which each is told. The calling thread does not wait for any of this.
   *
   * @param work may be run twice, and only the second time counts
   * @param callback called from the store's own thread
   */
  public <T> void submit(
      boolean changes, Function<Transaction, T> work, BiConsumer<T, Throwable> callback) {
    tasks.add(new StoreTask<>(changes, work, callback, patience));
  }

  /** As {@link #submit} for a change, but fails soon while another process is writing. */
  public <T> void attempt(Function<Transaction, T> work, BiConsumer<T, Throwable> callback) {
    tasks.add(new StoreTask<>(true, work, callback, SOON));
  }

  /** Has somebody told, in a line, when the database fails and when it works again. */
  public void onTrouble(Consumer<String> listener) {
    health.tell(listener);
  }

  /** Has something done whenever all of a batch have been told; in the place of what was before. */
  public void afterEachBatch(Runnable work) {
    afterEachBatch = work;
  }

  /** What the person at the controls had set when the state was last looked at. */
  public SandboxSettings sandboxSettings() {
    return transactions.sandboxSettings();
  }

  private <T> T inTurn(boolean changes, Function<Transaction, T> work) {
    long begun = System.nanoTime();
    while (true) {
      lock.lock();
      try {
        return transactions.run(changes, work);
      } catch (StoreException e) {
        boolean over = System.nanoTime() - begun >= patience.toNanos();
        if (!e.isBusy() || over || Thread.currentThread().isInterrupted()) {
          health.failed(e);
          throw e;
        }
      } finally {
        lock.unlock();
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
  }

  /** Does a batch, and gives back what must wait until another process lets go of the database. */
  private List<StoreTask<?>> serve(List<StoreTask<?>> batch) {
    lock.lock();
    try {
      transactions.runTogether(batch);
    } finally {
      lock.unlock();
    }
    List<StoreTask<?>> late = new ArrayList<>();
    for (StoreTask<?> task : batch) {
      if (task.isSettled()) {
        task.storeFailure().ifPresent(health::failed);
        complete(task);
      } else {
        late.add(task);
      }
    }
    afterEachBatch.run();
    return late;
  }

  private static void complete(StoreTask<?> task) {
    try {
      task.complete();
    } catch (RuntimeException | Error e) {
      // Whoever cannot be told keeps nobody else from hearing.
    }
  }

  @Override
  public void close() {
    tasks.close();
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(e);
    } finally {
      lock.unlock();
    }
  }
}
