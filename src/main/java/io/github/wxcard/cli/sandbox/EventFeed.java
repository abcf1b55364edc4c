package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Passes on events as they appear, and again when their delivery has moved on. */
final class EventFeed {
  /** How far back deliveries are watched: a backlog that nobody delivers must not hold us up. */
  private static final long WATCHED = 100;

  private final LongFunction<List<EventLine>> after;
  private final Consumer<EventLine> reader;

  /** Events under delivery as they were passed on last. */
  private final TreeMap<Long, JsonNode> unsettled = new TreeMap<>();

  private long last;

  /**
   * @param after gives the events after an id, a page of them, and none when there are no more
   * @param reader takes the events
   */
  EventFeed(LongFunction<List<EventLine>> after, Consumer<EventLine> reader) {
    this.after = after;
    this.reader = reader;
  }

  /** Passes on what there is already. */
  void begin(List<EventLine> events) {
    events.forEach(this::take);
  }

  /** Passes on what is new since. */
  void goOn() {
    unsettled.headMap(last - WATCHED, true).clear();
    long from = unsettled.isEmpty() ? last : unsettled.firstKey() - 1;
    List<EventLine> page = after.apply(from);
    while (!page.isEmpty()) {
      page.forEach(this::take);
      page = after.apply(page.get(page.size() - 1).id());
    }
  }

  private void take(EventLine event) {
    boolean known = event.id() <= last;
    if (!known || (unsettled.containsKey(event.id()) && moved(event))) {
      reader.accept(event);
      unsettled.put(event.id(), event.json());
    }
    if (event.isSettled()) {
      unsettled.remove(event.id());
    }
    last = Math.max(last, event.id());
  }

  private boolean moved(EventLine event) {
    return !event.json().equals(unsettled.get(event.id()));
  }
}
