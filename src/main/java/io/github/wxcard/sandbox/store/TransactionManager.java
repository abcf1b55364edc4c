package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.StoreTaskQueue.StoreTask;
import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
      settings = SandboxSettings.read(new SettingTable(sql, () -> {}));
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

  /**
   * Does tasks in one transaction where that can be, or leaves some to be tried again once the
   * database is no longer held.
   */
  void runTogether(List<StoreTask<?>> batch) {
    boolean changes = batch.stream().anyMatch(StoreTask::changes);
    try {
      run(
          changes,
          tx -> {
            for (StoreTask<?> task : batch) {
              long before = sql.changes();
              if (!task.run(tx) && (sql.changes() != before || task.storeFailure().isPresent())) {
                throw new PartialFailureException();
              }
            }
            return null;
          });
    } catch (PartialFailureException undone) {
      batch.forEach(this::runAlone);
    } catch (StoreException trouble) {
      apart(batch, changes, trouble);
    } catch (RuntimeException | Error trouble) {
      batch.forEach(task -> task.fail(trouble));
    }
  }

  /** What keeps some from writing keeps nobody from reading. */
  private void apart(List<StoreTask<?>> batch, boolean changes, StoreException trouble) {
    if (!trouble.isBusy()) {
      batch.forEach(this::runAlone);
      return;
    }
    List<StoreTask<?>> readers = new ArrayList<>();
    for (StoreTask<?> task : batch) {
      if (changes && !task.changes()) {
        readers.add(task);
      } else {
        task.postpone(trouble);
      }
    }
    if (!readers.isEmpty()) {
      runTogether(readers);
    }
  }

  private void runAlone(StoreTask<?> task) {
    try {
      run(
          task.changes(),
          tx -> {
            if (!task.run(tx)) {
              throw new PartialFailureException();
            }
            return null;
          });
    } catch (PartialFailureException undone) {
      // Its own failure is what it will be told.
    } catch (StoreException trouble) {
      if (trouble.isBusy()) {
        task.postpone(trouble);
      } else {
        task.fail(trouble);
      }
    } catch (RuntimeException | Error trouble) {
      task.fail(trouble);
    }
  }

  /** A task of several failed after it had changed something, so that all must be undone. */
  private static final class PartialFailureException extends RuntimeException {
    PartialFailureException() {
      super(null, null, false, false);
    }
  }
}
