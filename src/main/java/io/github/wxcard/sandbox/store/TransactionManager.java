package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.sql.Connection;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Transactions of one connection, one at a time. */
final class TransactionManager {
  private final Sql sql;
  private final Clock clock;
  private final StoreHealth health;
  private final Map<String, Token> knownTokens = new HashMap<>();
  private long version = -1;
  private volatile SandboxSettings settings = SandboxSettings.NONE;

  TransactionManager(Connection connection, Clock clock, StoreHealth health) {
    this.sql = new Sql(connection);
    this.clock = clock;
    this.health = health;
  }

  /** What the person at the controls had set when the state was last looked at. */
  SandboxSettings sandboxSettings() {
    return settings;
  }

  /** How many statements changed something so far. */
  long statements() {
    return sql.changes();
  }

  /** Does something as a whole, or, when it throws, not at all. */
  <T> T run(boolean changes, Function<Transaction, T> work) {
    try {
      sql.change(changes ? "BEGIN IMMEDIATE" : "BEGIN");
      boolean failing = changes && health.isFailing();
      long before = failing ? rowsChanged() : 0;
      T result = work.apply(transaction());
      sql.change("COMMIT");
      // Many a call changes nothing when it is repeated, which shows nothing.
      if (failing && rowsChanged() != before) {
        health.recovered();
      }
      return result;
    } catch (RuntimeException | Error e) {
      forget();
      undo(e);
      throw e;
    }
  }

  private long rowsChanged() {
    return sql.number("SELECT total_changes()");
  }

  private void undo(Throwable reason) {
    try {
      sql.change("ROLLBACK");
    } catch (StoreException e) {
      // SQLite has undone everything by itself; if not, the next transaction's failing start does.
      reason.addSuppressed(e);
    }
  }

  private Transaction transaction() {
    long current = sql.number("PRAGMA data_version");
    if (current != version) {
      settings =
          SandboxSettings.read(new SettingTable(sql, () -> {}), new FaultTable(sql, () -> {}));
      knownTokens.clear();
      version = current;
    }
    long now = clock.instant().getEpochSecond() + settings.clockOffset();
    return new Transaction(sql, now, settings, knownTokens, this::forget);
  }

  /** What is remembered is read again at the next look. */
  private void forget() {
    version = -1;
  }
}
