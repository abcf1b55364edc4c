package io.github.wxcard.sandbox.store;

import java.util.ArrayList;
import java.util.List;

/** Does tasks, as many as can be in one transaction. */
final class GroupCommit {
  private final TransactionManager transactions;

  GroupCommit(TransactionManager transactions) {
    this.transactions = transactions;
  }

  /** Does them all, or leaves some to be tried again once the database is no longer held. */
  void together(List<StoreTask<?>> batch) {
    boolean changes = batch.stream().anyMatch(StoreTask::changes);
    try {
      transactions.run(
          changes,
          tx -> {
            for (StoreTask<?> task : batch) {
              long before = transactions.statements();
              if (!task.run(tx)
                  && (transactions.statements() != before || task.storeFailure().isPresent())) {
                throw new HalfDone();
              }
            }
            return null;
          });
    } catch (HalfDone undone) {
      batch.forEach(this::alone);
    } catch (StoreException trouble) {
      apart(batch, changes, trouble);
    } catch (RuntimeException | Error trouble) {
      batch.forEach(task -> task.fail(trouble));
    }
  }

  /** What keeps some from writing keeps nobody from reading. */
  private void apart(List<StoreTask<?>> batch, boolean changes, StoreException trouble) {
    if (!trouble.isBusy()) {
      batch.forEach(this::alone);
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
      together(readers);
    }
  }

  private void alone(StoreTask<?> task) {
    try {
      transactions.run(
          task.changes(),
          tx -> {
            if (!task.run(tx)) {
              throw new HalfDone();
            }
            return null;
          });
    } catch (HalfDone undone) {
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
  private static final class HalfDone extends RuntimeException {
    HalfDone() {
      super(null, null, false, false);
    }
  }
}
