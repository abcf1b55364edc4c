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

/** The threads that do a batch's work, each one pack at a time. */
final class Crew implements AutoCloseable {
  private final Work work;
  private final Ledger ledger;
  private final Gate gate;
  private final Pace pace;
  private final ExecutorService threads;
  private final Queue<Thread> members = new ConcurrentLinkedQueue<>();

  Crew(Work work, Ledger ledger, Settings settings, Gate gate) {
    this.work = work;
    this.ledger = ledger;
    this.gate = gate;
    this.pace = new Pace(settings.rate(), settings.clock(), settings.pause());
    this.threads = Executors.newFixedThreadPool(settings.parallel(), this::daemon);
  }

  private Thread daemon(Runnable job) {
    Thread thread = new Thread(job, "wxcard batch");
    thread.setDaemon(true);
    members.add(thread);
    return thread;
  }

  void submit(List<Line> pack, boolean looksFirst, CompletableFuture<List<Outcome>> result) {
    threads.execute(
        () -> {
          try {
            result.complete(carriedOut(pack, looksFirst));
          } catch (Throwable broken) {
            // No code may leave that nobody writes down.
            gate.stop(asFailure(broken));
            result.completeExceptionally(broken);
          }
        });
  }

  private List<Outcome> carriedOut(List<Line> pack, boolean looksFirst)
      throws InterruptedException {
    List<Outcome> outcomes = null;
    while (gate.opens()) {
      if (!inTurn()) {
        break;
      }
      if (gate.stopped()) {
        break;
      }
      if (work.irreversible() && !looksFirst && outcomes == null) {
        ledger.sending(pack);
      }
      outcomes = work.carryOut(pack, looksFirst);
      if (!gate.learn(firstFailure(outcomes))) {
        break;
      }
    }
    if (outcomes == null) {
      return pack.stream().map(Outcome::notSent).toList();
    }
    List<Outcome> judged =
        outcomes.stream().map(outcome -> outcome.judged(gate.hopeless())).toList();
    ledger.record(judged);
    return judged;
  }

  /** False when the wait for a turn was given up. */
  private boolean inTurn() throws InterruptedException {
    try {
      pace.take();
      return true;
    } catch (InterruptedException e) {
      if (gate.stopped()) {
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
  private static Optional<Failure> firstFailure(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome.failure().isPresent()) {
        return outcome.failure();
      }
    }
    return Optional.empty();
  }

  private static Failure asFailure(Throwable broken) {
    return broken instanceof Failure failure
        ? failure
        : Failure.of(Kind.INTERNAL, "unexpected: " + broken, "This is a defect of wxcard.");
  }

  /** Lets what is under way end; what waits in the queue finds the gate closed. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
