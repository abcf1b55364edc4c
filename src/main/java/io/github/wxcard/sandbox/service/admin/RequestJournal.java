package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.JournalTable;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who asked what and what the answer was. Entries are drawn up and written a moment after the
 * answer, in batches: of those that a later one displaces before that, nothing is ever written.
 */
public final class RequestJournal {
  private static final int BAD_VALUE = 40097;

  private static final int QUIET = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Object writing = new Object();
  private final ArrayDeque<Supplier<ObjectNode>> waiting = new ArrayDeque<>();
  private long flushed = System.nanoTime();

  /** Takes a request's entry, to be drawn up when it is written. */
  public synchronized void add(Supplier<ObjectNode> entry) {
    if (waiting.size() == JournalTable.KEPT) {
      waiting.removeFirst();
    }
    waiting.addLast(entry);
  }

  /** Whether it is time to write what waits: soon when it is quiet, seldom under load. */
  public synchronized boolean isDue(long nanos) {
    return !waiting.isEmpty()
        && (waiting.size() < QUIET || nanos - flushed > LONGEST_WAIT.toNanos());
  }

  /**
   * Writes what waits; what cannot be written now waits on.
   *
   * @param done told from the store's own thread, whether or not it was written
   */
  public void flush(Store store, Runnable done) {
    boolean nothing;
    // Whoever looks afterwards must find what another thread is about to hand over.
    synchronized (writing) {
      List<ObjectNode> entries = take().stream().map(Supplier::get).toList();
      nothing = entries.isEmpty();
      if (!nothing) {
        write(store, entries, done);
      }
    }
    if (nothing) {
      done.run();
    }
  }

  private void write(Store store, List<ObjectNode> entries, Runnable done) {
    store.attempt(
        tx -> {
          tx.journal().add(entries);
          // Here, because every call that causes an event passes by, and none waits for this.
          tx.events().trim();
          return null;
        },
        (written, trouble) -> {
          if (trouble != null) {
            putBack(entries);
          }
          done.run();
        });
  }

  /** {@code GET /sandbox/journal}: the last entries, or with {@code after=ID} only later ones. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    ArrayNode entries = Json.array();
    tx.journal().after(after(input)).forEach(entries::add);
    return Json.object().set("entries", entries);
  }

  /** The id that an {@code after} of the address names; 0 when it names none. */
  public static long after(CallInput input) {
    String after = input.query("after").orElse("0");
    if (!after.matches("[0-9]{1,18}")) {
      throw new ApiException(BAD_VALUE, "after is not an id");
    }
    return Long.parseLong(after);
  }

  private synchronized void putBack(List<ObjectNode> entries) {
    for (int i = entries.size() - 1; i >= 0 && waiting.size() < JournalTable.KEPT; i--) {
      ObjectNode entry = entries.get(i);
      waiting.addFirst(() -> entry);
    }
  }

  private synchronized List<Supplier<ObjectNode>> take() {
    List<Supplier<ObjectNode>> taken = new ArrayList<>(waiting);
    waiting.clear();
    flushed = System.nanoTime();
    return taken;
  }
}
