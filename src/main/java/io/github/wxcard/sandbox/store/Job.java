package io.github.wxcard.sandbox.store;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** Work that waits for a transaction, perhaps together with others'. */
final class Job<T> {
  private final boolean changes;
  private final Function<Tx, T> work;
  private final BiConsumer<T, Throwable> told;
  private T result;
  private Throwable failure;

  Job(boolean changes, Function<Tx, T> work, BiConsumer<T, Throwable> told) {
    this.changes = changes;
    this.work = work;
    this.told = told;
  }

  boolean changes() {
    return changes;
  }

  /** Does the work; false when it failed. */
  boolean run(Tx tx) {
    result = null;
    failure = null;
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
  }

  /** Tells whoever asked how it ended. */
  void tell() {
    told.accept(result, failure);
  }
}
