package io.github.wxcard.sandbox.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Work that waits for a transaction, perhaps together with others'. */
final class StoreTask<T> {
  private final boolean changes;
  private final Function<Transaction, T> work;
  private final BiConsumer<T, Throwable> callback;
  private final long begun = System.nanoTime();
  private final long timeout;
  private T result;
  private Throwable failure;
  private boolean settled;

  /**
   * @param timeout how long to wait for other processes that hold the database
   */
  StoreTask(
      boolean changes,
      Function<Transaction, T> work,
      BiConsumer<T, Throwable> callback,
      Duration timeout) {
    this.changes = changes;
    this.work = work;
    this.callback = callback;
    this.timeout = timeout.toNanos();
  }

  boolean changes() {
    return changes;
  }

  /** Does the work; false when it failed. */
  boolean run(Transaction tx) {
    result = null;
    failure = null;
    settled = true;
    try {
      result = work.apply(tx);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      failure = e;
      return false;
    }
  }

  /** Lets it fail for a reason that is not its own. */
  void fail(Throwable reason) {
    result = null;
    failure = reason;
    settled = true;
  }

  /** Leaves it to be tried again, or lets it fail when it has waited for long enough. */
  void postpone(StoreException busy) {
    if (System.nanoTime() - begun < timeout) {
      settled = false;
    } else {
      fail(busy);
    }
  }

  /** Whether it has been done or has failed. */
  boolean isSettled() {
    return settled;
  }

  /** Why the database failed it, after which nothing of the transaction is certain. */
  Optional<StoreException> storeFailure() {
    return failure instanceof StoreException trouble ? Optional.of(trouble) : Optional.empty();
  }

  /** Tells whoever asked how it ended. */
  void complete() {
    callback.accept(result, failure);
  }
}
