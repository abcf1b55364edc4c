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
  private final BatchListener listener;
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
  public Batch(Work work, Ledger ledger, Settings settings, int lines, BatchListener listener) {
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
      while (lines.hasNext()) {
        if (gate.stopped()) {
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
      crew.close();
    }
    if (tally.finished()) {
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
    stop(Failure.of(Kind.INTERRUPTED, "the batch was interrupted", null));
  }

  /** As {@link #interrupt}, for another reason. */
  public void stop(Failure why) {
    gate.stop(why);
  }

  /** Gives up the calls that are under way, after {@link #interrupt}; from any thread. */
  public void abort() {
    crew.abort();
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
    ledger.meet(line);
    Fate fate = ledger.fate(line.number());
    if (fate.isFinal()) {
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

  /** Counts a line that the stop has left without its turn, if it had one to come. */
  private void leave(Line line) {
    if (line.flaw().isPresent()) {
      return;
    }
    int first = seen.first(line);
    if (first == line.number()) {
      ledger.meet(line);
    }
    if (!ledger.fate(first).isFinal()) {
      tally = tally.plus(Tally.NOT_SENT);
    }
  }

  private void submit() {
    if (!pack.isEmpty()) {
      crew.submit(pack, packLooksFirst, packed);
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
      ObjectNode row = ledger.row(already.line());
      return ledger.fate(already.line()) == Fate.DONE
          ? new Slot.Shown(row.put("already_done", true), Tally.ALREADY)
          : new Slot.Shown(row.put("already_refused", true), Tally.REFUSED);
    }
    return new Slot.Shown(((Slot.Flawed) slot).outcome().row(), Tally.UNUSABLE);
  }

  private static Slot.Shown counted(Outcome outcome) {
    return switch (outcome.fate()) {
      case DONE ->
          new Slot.Shown(
              outcome.row(), outcome.row().has("recovered") ? Tally.RECOVERED : Tally.DONE);
      case REFUSED -> new Slot.Shown(outcome.row(), Tally.REFUSED);
      case FAILED, UNKNOWN -> new Slot.Shown(outcome.row(), Tally.FAILED);
      case NONE, SENT -> new Slot.Shown(null, Tally.NOT_SENT);
    };
  }

  private Slot.Shown repeated(Line line, int first) {
    Fate fate = ledger.fate(first);
    if (fate == Fate.NONE || fate == Fate.SENT) {
      return new Slot.Shown(null, Tally.NOT_SENT);
    }
    ObjectNode row = ledger.row(first).put("line", line.number()).put("repeats", first);
    return new Slot.Shown(row, Tally.REPEATED);
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
