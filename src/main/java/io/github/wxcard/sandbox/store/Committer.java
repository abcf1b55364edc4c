package io.github.wxcard.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The thread that does the jobs that wait, as many at a time as have gathered. While it works,
 * others gather, and the more there are, the less each costs.
 */
final class Committer implements AutoCloseable {
  private static final int LARGEST_BATCH = 64;
  private static final long CLOSING_MILLIS = 5000;

  /** Stands for the end of work. */
  private static final Job<Void> END = new Job<>(false, tx -> null, (done, trouble) -> {});

  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final Consumer<List<Job<?>>> work;
  private final Thread thread = new Thread(this::run, "sandbox store");

  Committer(Consumer<List<Job<?>>> work) {
    this.work = work;
    thread.setDaemon(true);
  }

  void add(Job<?> job) {
    waiting.add(job);
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
    List<Job<?>> batch = new ArrayList<>();
    try {
      do {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, LARGEST_BATCH - 1);
        work.accept(List.copyOf(batch));
      } while (!batch.contains(END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
