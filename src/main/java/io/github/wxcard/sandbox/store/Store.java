package io.github.wxcard.sandbox.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The sandbox's state in one SQLite database. Threads of this process take turns on one connection;
 * other processes on the same file are kept apart by SQLite's own locks.
 */
public final class Store implements AutoCloseable {
  private final Connection connection;
  private final Sql sql;
  private final Clock clock;
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
    return inTransaction("BEGIN", work);
  }

  /** Changes the state as a whole, or, when the work throws, not at all. */
  public <T> T write(Function<Tx, T> work) {
    return inTransaction("BEGIN IMMEDIATE", work);
  }

  /** What the person at the controls had set when the state was last looked at. */
  public Controls controls() {
    return controls;
  }

  private <T> T inTransaction(String begin, Function<Tx, T> work) {
    turn.lock();
    try {
      sql.change(begin);
      boolean done = false;
      try {
        T result = work.apply(transaction());
        sql.change("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          forgetControls();
          sql.change("ROLLBACK");
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private Tx transaction() {
    long current = sql.number("PRAGMA data_version");
    if (current != version) {
      controls = Controls.read(new SettingTable(sql, () -> {}), new FaultTable(sql, () -> {}));
      version = current;
    }
    long now = clock.instant().getEpochSecond() + controls.clockOffset();
    return new Tx(sql, now, controls, this::forgetControls);
  }

  /** They are read again at the next look. */
  private void forgetControls() {
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
}
