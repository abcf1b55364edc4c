package io.github.wxcard.sandbox.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The thread that does the tasks that wait, as many at a time as have gathered. While it works,
 * others gather, and the more there are, the less each costs.
 */
final class StoreTaskQueue implements AutoCloseable {
  private static final int LARGEST_BATCH = 64;
  private static final long CLOSING_MILLIS = 5000;
  private static final long BETWEEN_TRIES_MILLIS = 5;

  private static final StoreTask<Void> END =
      new StoreTask<>(false, tx -> null, (done, trouble) -> {}, Duration.ZERO);

  private final BlockingQueue<StoreTask<?>> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final UnaryOperator<List<StoreTask<?>>> work;
  private final Thread thread = new Thread(this::run, "sandbox store");

  /**
   * @param work does what it can of its tasks and gives back those to be tried again
   */
  StoreTaskQueue(UnaryOperator<List<StoreTask<?>>> work) {
    this.work = work;
    thread.setDaemon(true);
  }

  void add(StoreTask<?> task) {
    waiting.add(task);
    if (!started.get() && started.compareAndSet(false, true)) {
      thread.start();
    }
  }

  /** Does what has been added before, and no more. */
  @Override
  public void close() {
    if (!started.compareAndSet(false, true)) {
      waiting.add(END);
      try {
        thread.join(CLOSING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    List<StoreTask<?>> late = List.of();
    boolean ended = false;
    try {
      while (!ended || !late.isEmpty()) {
        List<StoreTask<?>> batch = new ArrayList<>(late);
        batch.addAll(gathered(late.isEmpty()));
        ended |= batch.contains(END);
        late = work.apply(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What has come; while some are to be tried again, others are not waited for longer than that.
   */
  private List<StoreTask<?>> gathered(boolean forLong) throws InterruptedException {
    List<StoreTask<?>> tasks = new ArrayList<>();
    StoreTask<?> first =
        forLong ? waiting.take() : waiting.poll(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      tasks.add(first);
      waiting.drainTo(tasks, LARGEST_BATCH - 1);
    }
    return tasks;
  }

  /** Work that waits for a transaction, perhaps together with others'. */
  static final class StoreTask<T> {
    private final boolean changes;
    private final Function<Transaction, T> work;
    private final BiConsumer<T, Throwable> callback;
    private final long begun = System.nanoTime();
    private final long patience;
    private T result;
    private Throwable failure;
    private boolean settled;

    /**
     * @param patience with other processes that hold the database
     */
    StoreTask(
        boolean changes,
        Function<Transaction, T> work,
        BiConsumer<T, Throwable> callback,
        Duration patience) {
      this.changes = changes;
      this.work = work;
      this.callback = callback;
      this.patience = patience.toNanos();
    }

    boolean changes() {
      return changes;
    }

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
      if (System.nanoTime() - begun < patience) {
        settled = false;
      } else {
        fail(busy);
      }
    }

    boolean isSettled() {
      return settled;
    }

    /** Why the database failed it, after which nothing of the transaction is certain. */
    Optional<StoreException> storeFailure() {
      return failure instanceof StoreException trouble ? Optional.of(trouble) : Optional.empty();
    }

    void complete() {
      callback.accept(result, failure);
    }
  }
}
