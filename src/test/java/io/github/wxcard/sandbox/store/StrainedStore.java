package io.github.wxcard.sandbox.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A store whose database can be kept from growing, from being written to, or from others. */
public final class StrainedStore implements AutoCloseable {
  private final Connection connection;
  public final Store store;

  /**
   * @param timeout how long to wait for other processes
   */
  public StrainedStore(Path file, Duration timeout) {
    connection = Database.open(Optional.of(file));
    store = Store.on(connection, Optional.of(file), Clock.systemUTC(), timeout);
  }

  /** As on a disk that has no room for a single further page. */
  public void fill() {
    run("PRAGMA max_page_count = 1");
  }

  public void makeRoom() {
    run("PRAGMA max_page_count = 1000000");
  }

  public void forbidWriting(boolean forbidden) {
    run("PRAGMA query_only = " + (forbidden ? 1 : 0));
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
