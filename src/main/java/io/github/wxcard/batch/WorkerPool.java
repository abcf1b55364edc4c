package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that make a batch's calls, each one at a time. */
final class WorkerPool implements AutoCloseable {
  private final BatchTask task;
  private final Journal journal;
  private final CircuitBreaker breaker;
  private final RateLimiter limiter;
  private final ExecutorService executor;
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  /**
   * The lines of one call.
   *
   * @param lookUpFirst whether an earlier run may have sent them already
   * @param results of every line in turn, once they are known
   */
  record Chunk(
      List<InputLine> lines, boolean lookUpFirst, CompletableFuture<List<LineResult>> results) {
    static Chunk empty(boolean lookUpFirst) {
      return new Chunk(new ArrayList<>(), lookUpFirst, new CompletableFuture<>());
    }
  }

  WorkerPool(
      BatchTask task, Journal journal, BatchRunner.Settings settings, CircuitBreaker breaker) {
    this.task = task;
    this.journal = journal;
    this.breaker = breaker;
    this.limiter = new RateLimiter(settings.interval(), settings.clock(), settings.pause());
    this.executor = Executors.newFixedThreadPool(settings.parallel(), this::daemon);
  }

  private Thread daemon(Runnable worker) {
    Thread thread = new Thread(worker, "wxcard batch");
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  void submit(Chunk chunk) {
    executor.execute(
        () -> {
          try {
            chunk.results().complete(process(chunk.lines(), chunk.lookUpFirst()));
          } catch (Throwable broken) {
            // No code may leave that nobody writes down.
            breaker.stop(asFailure(broken));
            chunk.results().completeExceptionally(broken);
          }
        });
  }

  private List<LineResult> process(List<InputLine> lines, boolean lookUpFirst)
      throws InterruptedException {
    List<LineResult> results = null;
    while (breaker.awaitPermission() && acquired() && !breaker.stopped()) {
      if (task.irreversible() && !lookUpFirst && results == null) {
        journal.sending(lines);
      }
      results = task.process(lines, lookUpFirst);
      if (!breaker.record(firstFailure(results))) {
        break;
      }
    }
    if (results == null) {
      return lines.stream().map(LineResult::notSent).toList();
    }
    List<LineResult> judged =
        results.stream().map(result -> result.judged(breaker.fatalErrcodes())).toList();
    journal.record(judged);
    return judged;
  }

  /** False when the wait for a turn was given up. */
  private boolean acquired() throws InterruptedException {
    try {
      limiter.acquire();
      return true;
    } catch (InterruptedException e) {
      if (breaker.stopped()) {
        return false;
      }
      throw e;
    }
  }

  /** Interrupts the calls that are under way. */
  void abort() {
    threads.forEach(Thread::interrupt);
  }

  /** A look that failed tells as much about the network and the quota as the call itself. */
  private static Optional<Failure> firstFailure(List<LineResult> results) {
    return results.stream().flatMap(result -> result.failure().stream()).findFirst();
  }

  private static Failure asFailure(Throwable broken) {
    return broken instanceof Failure failure
        ? failure
        : Failure.of(FailureKind.INTERNAL, "unexpected: " + broken, "This is a defect of wxcard.");
  }

  /** Lets what is under way end; what waits in the queue finds the calls stopped. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
