package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that do a batch's batchTask, each one pack at a time. */
final class WorkerPool implements AutoCloseable {
  private final BatchTask batchTask;
  private final Ledger ledger;
  private final CircuitBreaker circuitBreaker;
  private final RateLimiter rateLimiter;
  private final ExecutorService threads;
  private final Queue<Thread> members = new ConcurrentLinkedQueue<>();

  WorkerPool(BatchTask batchTask, Ledger ledger, Settings settings, CircuitBreaker circuitBreaker) {
    this.batchTask = batchTask;
    this.ledger = ledger;
    this.circuitBreaker = circuitBreaker;
    this.rateLimiter = new RateLimiter(settings.rate(), settings.clock(), settings.pause());
    this.threads = Executors.newFixedThreadPool(settings.parallel(), this::daemon);
  }

  private Thread daemon(Runnable job) {
    Thread thread = new Thread(job, "wxcard batch");
    thread.setDaemon(true);
    members.add(thread);
    return thread;
  }

  void submit(
      List<InputLine> pack, boolean looksFirst, CompletableFuture<List<LineResult>> result) {
    threads.execute(
        () -> {
          try {
            result.complete(carriedOut(pack, looksFirst));
          } catch (Throwable broken) {
            // No code may leave that nobody writes down.
            circuitBreaker.stop(asFailure(broken));
            result.completeExceptionally(broken);
          }
        });
  }

  private List<LineResult> carriedOut(List<InputLine> pack, boolean looksFirst)
      throws InterruptedException {
    List<LineResult> outcomes = null;
    while (circuitBreaker.opens()) {
      if (!inTurn()) {
        break;
      }
      if (circuitBreaker.stopped()) {
        break;
      }
      if (batchTask.irreversible() && !looksFirst && outcomes == null) {
        ledger.sending(pack);
      }
      outcomes = batchTask.carryOut(pack, looksFirst);
      if (!circuitBreaker.learn(firstFailure(outcomes))) {
        break;
      }
    }
    if (outcomes == null) {
      return pack.stream().map(LineResult::notSent).toList();
    }
    List<LineResult> judged =
        outcomes.stream().map(lineResult -> lineResult.judged(circuitBreaker.hopeless())).toList();
    ledger.record(judged);
    return judged;
  }

  /** False when the wait for a turn was given up. */
  private boolean inTurn() throws InterruptedException {
    try {
      rateLimiter.take();
      return true;
    } catch (InterruptedException e) {
      if (circuitBreaker.stopped()) {
        return false;
      }
      throw e;
    }
  }

  /** Interrupts the calls that are under way. */
  void abort() {
    members.forEach(Thread::interrupt);
  }

  /** A look that failed tells as much about the network and the quota as the call itself. */
  private static Optional<Failure> firstFailure(List<LineResult> outcomes) {
    for (LineResult lineResult : outcomes) {
      if (lineResult.failure().isPresent()) {
        return lineResult.failure();
      }
    }
    return Optional.empty();
  }

  private static Failure asFailure(Throwable broken) {
    return broken instanceof Failure failure
        ? failure
        : Failure.of(Kind.INTERNAL, "unexpected: " + broken, "This is a defect of wxcard.");
  }

  /** Lets what is under way end; what waits in the queue finds the circuitBreaker closed. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
