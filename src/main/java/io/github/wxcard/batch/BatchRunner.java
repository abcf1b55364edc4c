package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many codes at once. Lines are read, packed and handed to a few threads, and results come out in
 * the order of the input. The window between the two is bounded, so that one slow call cannot make
 * memory grow. A code that stands on several lines is sent once.
 */
public final class BatchRunner {
  private static final int PACKS_AHEAD = 16;
  private static final long TICK_MILLIS = 200;

  private final BatchTask batchTask;
  private final Ledger ledger;
  private final BatchListener listener;
  private final CircuitBreaker circuitBreaker;
  private final WorkerPool workerPool;
  private final int room;
  private final Seen seen;
  private final Deque<Slot> window = new ArrayDeque<>();
  private List<InputLine> pack = new ArrayList<>();
  private CompletableFuture<List<LineResult>> packed = new CompletableFuture<>();
  private boolean packLooksFirst;
  private BatchCounts batchCounts = BatchCounts.NOTHING;

  /**
   * @param lines the most lines there can be
   */
  public BatchRunner(
      BatchTask batchTask, Ledger ledger, Settings settings, int lines, BatchListener listener) {
    this.batchTask = batchTask;
    this.ledger = ledger;
    this.listener = listener;
    this.circuitBreaker =
        new CircuitBreaker(settings.clock(), settings.pause(), batchTask.hopeless());
    this.workerPool = new WorkerPool(batchTask, ledger, settings, circuitBreaker);
    this.room = settings.parallel() * batchTask.packSize() * PACKS_AHEAD;
    this.seen = new Seen(lines);
  }

  /** Works through the lines until they end or the batch is stopped. */
  public BatchCounts run(Iterator<InputLine> lines) {
    try {
      while (lines.hasNext()) {
        if (circuitBreaker.stopped()) {
          leave(lines.next());
          continue;
        }
        take(lines.next());
        if (window.size() >= room) {
          awaitHalf();
          do {
            showFirst();
          } while (!window.isEmpty() && window.getFirst().isSettled());
        }
      }
      submit();
      while (!window.isEmpty()) {
        showFirst();
      }
    } finally {
      workerPool.close();
    }
    if (batchCounts.finished()) {
      ledger.finish();
    }
    return batchCounts;
  }

  /** Why the batch did not come to its end; empty when it did. */
  public Optional<Failure> stopped() {
    return circuitBreaker.reason();
  }

  /** Lets the calls that are under way end, and no other one begin; from any thread. */
  public void interrupt() {
    stop(Failure.of(Kind.INTERRUPTED, "the batch was interrupted", null));
  }

  /** As {@link #interrupt}, for another reason. */
  public void stop(Failure why) {
    circuitBreaker.stop(why);
  }

  /** Gives up the calls that are under way, after {@link #interrupt}; from any thread. */
  public void abort() {
    workerPool.abort();
  }

  private void take(InputLine inputLine) {
    if (inputLine.flaw().isPresent()) {
      window.add(new Slot.Flawed(LineResult.failed(inputLine, inputLine.flaw().get())));
      return;
    }
    int first = seen.first(inputLine);
    if (first != inputLine.number()) {
      window.add(new Slot.Repeated(inputLine, first));
      return;
    }
    ledger.meet(inputLine);
    LineStatus lineStatus = ledger.fate(inputLine.number());
    if (lineStatus.isFinal()) {
      window.add(new Slot.Already(inputLine.number()));
      return;
    }
    if (!pack.isEmpty() && packLooksFirst != lineStatus.looksFirst()) {
      submit();
    }
    packLooksFirst = lineStatus.looksFirst();
    window.add(new Slot.Pending(packed, pack.size()));
    pack.add(inputLine);
    if (pack.size() == batchTask.packSize()) {
      submit();
    }
  }

  /** Counts a inputLine that the stop has left without its turn, if it had one to come. */
  private void leave(InputLine inputLine) {
    if (inputLine.flaw().isPresent()) {
      return;
    }
    int first = seen.first(inputLine);
    if (first == inputLine.number()) {
      ledger.meet(inputLine);
    }
    if (!ledger.fate(first).isFinal()) {
      batchCounts = batchCounts.plus(BatchCounts.NOT_SENT);
    }
  }

  private void submit() {
    if (!pack.isEmpty()) {
      workerPool.submit(pack, packLooksFirst, packed);
      pack = new ArrayList<>();
      packed = new CompletableFuture<>();
    }
  }

  /** For half the window or a moment: waking for each result would cost as much as its call. */
  private void awaitHalf() {
    Slot middle = window.stream().skip(room / 2).findFirst().orElseThrow();
    if (middle instanceof Slot.Pending pending && pending.pack() != packed) {
      try {
        pending.pack().get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupt();
      } catch (TimeoutException | ExecutionException e) {
        // Seen again when its turn comes.
      }
    }
  }

  private void showFirst() {
    Slot.Shown shown = shown(window.remove());
    batchCounts = batchCounts.plus(shown.tally());
    if (shown.row() != null) {
      listener.row(shown.row());
    }
    listener.progress(batchCounts);
  }

  private Slot.Shown shown(Slot slot) {
    if (slot instanceof Slot.Pending pending) {
      if (pending.pack() == packed) {
        // Lines that need no call have filled the window behind a pack that is not full.
        submit();
      }
      return counted(settled(pending.pack()).get(pending.index()));
    }
    if (slot instanceof Slot.Repeated repeated) {
      return repeated(repeated.line(), repeated.first());
    }
    if (slot instanceof Slot.Already already) {
      ObjectNode row = ledger.row(already.line());
      return ledger.fate(already.line()) == LineStatus.DONE
          ? new Slot.Shown(row.put("already_done", true), BatchCounts.ALREADY)
          : new Slot.Shown(row.put("already_refused", true), BatchCounts.REFUSED);
    }
    return new Slot.Shown(((Slot.Flawed) slot).outcome().row(), BatchCounts.UNUSABLE);
  }

  private static Slot.Shown counted(LineResult lineResult) {
    return switch (lineResult.fate()) {
      case DONE ->
          new Slot.Shown(
              lineResult.row(),
              lineResult.row().has("recovered") ? BatchCounts.RECOVERED : BatchCounts.DONE);
      case REFUSED -> new Slot.Shown(lineResult.row(), BatchCounts.REFUSED);
      case FAILED, UNKNOWN -> new Slot.Shown(lineResult.row(), BatchCounts.FAILED);
      case NONE, SENT -> new Slot.Shown(null, BatchCounts.NOT_SENT);
    };
  }

  private Slot.Shown repeated(InputLine inputLine, int first) {
    LineStatus lineStatus = ledger.fate(first);
    if (lineStatus == LineStatus.NONE || lineStatus == LineStatus.SENT) {
      return new Slot.Shown(null, BatchCounts.NOT_SENT);
    }
    ObjectNode row = ledger.row(first).put("line", inputLine.number()).put("repeats", first);
    return new Slot.Shown(row, BatchCounts.REPEATED);
  }

  private List<LineResult> settled(CompletableFuture<List<LineResult>> future) {
    while (true) {
      try {
        return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        listener.progress(batchCounts);
      } catch (InterruptedException e) {
        interrupt();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }
}
