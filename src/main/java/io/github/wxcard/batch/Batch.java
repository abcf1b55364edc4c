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
public final class Batch {
  private static final int PACKS_AHEAD = 16;
  private static final long TICK_MILLIS = 200;

  private final Work work;
  private final Ledger ledger;
  private final Listener listener;
  private final Gate gate;
  private final Crew crew;
  private final int room;
  private final Seen seen;
  private final Deque<Slot> window = new ArrayDeque<>();
  private List<Line> pack = new ArrayList<>();
  private CompletableFuture<List<Outcome>> packed = new CompletableFuture<>();
  private boolean packLooksFirst;
  private Tally tally = Tally.NOTHING;

  /**
   * @param lines the most lines there can be
   */
  public Batch(Work work, Ledger ledger, Settings settings, int lines, Listener listener) {
    this.work = work;
    this.ledger = ledger;
    this.listener = listener;
    this.gate = new Gate(settings.clock(), settings.pause(), work.hopeless());
    this.crew = new Crew(work, ledger, settings, gate);
    this.room = settings.parallel() * work.packSize() * PACKS_AHEAD;
    this.seen = new Seen(lines);
  }

  /** Works through the lines until they end or the batch is stopped. */
  public Tally run(Iterator<Line> lines) {
    try {
      while (!gate.stopped() && lines.hasNext()) {
        take(lines.next());
        if (window.size() >= room) {
          showFirst();
        }
      }
      submit();
      while (!window.isEmpty()) {
        showFirst();
      }
    } finally {
      crew.close();
    }
    if (tally.failed() == 0 && tally.notSent() == 0 && !gate.stopped()) {
      ledger.finish();
    }
    return tally;
  }

  /** Why the batch did not come to its end; empty when it did. */
  public Optional<Failure> stopped() {
    return gate.reason();
  }

  /** Lets the calls that are under way end, and no other one begin; from any thread. */
  public void interrupt() {
    gate.stop(Failure.of(Kind.INTERRUPTED, "the batch was interrupted", null));
  }

  private void take(Line line) {
    if (line.flaw().isPresent()) {
      window.add(new Slot.Flawed(Outcome.failed(line, line.flaw().get())));
      return;
    }
    int first = seen.first(line);
    if (first != line.number()) {
      window.add(new Slot.Repeated(line, first));
      return;
    }
    Fate fate = ledger.fate(line.number());
    if (fate == Fate.DONE) {
      window.add(new Slot.Already(line.number()));
      return;
    }
    if (!pack.isEmpty() && packLooksFirst != fate.looksFirst()) {
      submit();
    }
    packLooksFirst = fate.looksFirst();
    window.add(new Slot.Pending(packed, pack.size()));
    pack.add(line);
    if (pack.size() == work.packSize()) {
      submit();
    }
  }

  private void submit() {
    if (!pack.isEmpty()) {
      crew.submit(pack, packLooksFirst, packed);
      pack = new ArrayList<>();
      packed = new CompletableFuture<>();
    }
  }

  private void showFirst() {
    Slot.Shown shown = shown(window.remove());
    tally = tally.plus(shown.tally());
    if (shown.row() != null) {
      listener.row(shown.row());
    }
    listener.progress(tally);
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
      ObjectNode row = ledger.row(already.line()).put("already_done", true);
      return new Slot.Shown(row, new Tally(0, 0, 0, 1, 0, 0));
    }
    return counted(((Slot.Flawed) slot).outcome());
  }

  private static Slot.Shown counted(Outcome outcome) {
    return switch (outcome.fate()) {
      case DONE -> {
        int recovered = outcome.row().has("recovered") ? 1 : 0;
        yield new Slot.Shown(outcome.row(), new Tally(1, 0, 0, 0, recovered, 0));
      }
      case FAILED, UNKNOWN -> new Slot.Shown(outcome.row(), new Tally(0, 1, 0, 0, 0, 0));
      case NONE, SENT -> new Slot.Shown(null, new Tally(0, 0, 0, 0, 0, 1));
    };
  }

  private Slot.Shown repeated(Line line, int first) {
    Fate fate = ledger.fate(first);
    if (fate == Fate.NONE || fate == Fate.SENT) {
      return new Slot.Shown(null, new Tally(0, 0, 0, 0, 0, 1));
    }
    ObjectNode row = ledger.row(first).put("line", line.number()).put("repeats", first);
    return new Slot.Shown(row, new Tally(0, 0, 1, 0, 0, 0));
  }

  private List<Outcome> settled(CompletableFuture<List<Outcome>> future) {
    while (true) {
      try {
        return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        listener.progress(tally);
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
