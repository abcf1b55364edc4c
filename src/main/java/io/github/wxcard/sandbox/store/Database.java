package io.github.wxcard.sandbox.store;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the database file, and makes its tables when there are none. */
final class Database {
  /** Written into the file's header, so that another program's database is never taken for ours. */
  private static final int APPLICATION = 0x77786364;

  /** What each version added to the one before. */
  private static final List<String> SCHEMAS = List.of("schema.sql", "schema-2.sql");

  private static final int VERSION = SCHEMAS.size();

  /** A table of a million codes stays in memory once it was read; less is taken by fewer. */
  private static final String KIBIBYTES_IN_MEMORY = "-131072";

  private static final String PAGES_BETWEEN_CHECKPOINTS = "10000";
  private static final int BUSY_MILLIS = 10_000;
  private static final int ATTEMPTS = 400;
  private static final long PAUSE_NANOS = 5_000_000;

  private Database() {}

  static Connection open(Optional<Path> file) {
    file.ifPresent(DatabaseFile::make);
    String name = file.map(path -> path.toAbsolutePath().toString()).orElse(":memory:");
    try {
      Connection connection = connect(name);
      try {
        makeTables(connection, name);
        // From here on whoever finds the database locked waits without keeping others waiting.
        connection.unwrap(SQLiteConnection.class).setBusyTimeout(0);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Failure.of(
              FailureKind.CONFIG,
              "cannot open the sandbox database " + name,
              "Check the path and its permissions, or name another file in WXCARD_SANDBOX_DB.")
          .meaning(new StoreException(e).reason())
          .causedBy(e);
    }
  }

  private static Connection connect(String name) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false);
    // In WAL mode a commit outlives a killed process without a disk flush.
    // A checkpoint does flush, so it shall be seldom.
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, PAGES_BETWEEN_CHECKPOINTS);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, KIBIBYTES_IN_MEMORY);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    return config.createConnection("jdbc:sqlite:" + name);
  }

  private static void makeTables(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (version(statement, name) == VERSION) {
        return;
      }
      useWriteAheadLog(statement);
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (int version = version(statement, name); version < VERSION; version++) {
        statement.executeUpdate(schema(SCHEMAS.get(version)));
      }
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate("COMMIT");
    }
  }

  /**
   * Which tables are there, 0 for none; a failure when the file is not this program's to change.
   */
  private static int version(Statement statement, String name) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
                + " FROM pragma_application_id, pragma_user_version")) {
      row.next();
      boolean ours = row.getInt(1) == APPLICATION;
      int version = row.getInt(2);
      boolean empty = row.getInt(3) == 0;
      if (!ours && !empty) {
        throw Failure.of(
            FailureKind.CONFIG,
            name + " is a database of another program",
            "name another file in WXCARD_SANDBOX_DB");
      }
      if (ours && version > VERSION) {
        throw Failure.of(
            FailureKind.CONFIG,
            name + " was written by a newer wxcard",
            "use that wxcard, or name another file in WXCARD_SANDBOX_DB");
      }
      return ours ? version : 0;
    }
  }

  /** SQLite refuses this change at once, without its usual wait, while another process looks. */
  private static void useWriteAheadLog(Statement statement) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        statement.execute("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLiteException e) {
        if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static String schema(String resource) {
    try (InputStream in = Database.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
