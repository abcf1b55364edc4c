package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Passes on events as they appear, and again when their delivery has moved on. */
final class EventFeed {
  /** How far back deliveries are watched: a backlog that nobody delivers must not hold us up. */
  private static final long WATCHED = 100;

  private final LongFunction<JsonNode> after;
  private final Consumer<JsonNode> reader;

  /** Events under delivery as they were passed on last. */
  private final TreeMap<Long, JsonNode> unsettled = new TreeMap<>();

  private long last;

  /**
   * @param after gives the events after an id, a page of them, and none when there are no more
   * @param reader takes the events
   */
  EventFeed(LongFunction<JsonNode> after, Consumer<JsonNode> reader) {
    this.after = after;
    this.reader = reader;
  }

  /** Passes on what there is already. */
  void begin(JsonNode events) {
    events.forEach(this::take);
  }

  /** Passes on what is new since. */
  void goOn() {
    unsettled.headMap(last - WATCHED, true).clear();
    long from = unsettled.isEmpty() ? last : unsettled.firstKey() - 1;
    JsonNode page = after.apply(from);
    while (!page.isEmpty()) {
      page.forEach(this::take);
      page = after.apply(id(page.get(page.size() - 1)));
    }
  }

  private void take(JsonNode event) {
    boolean known = id(event) <= last;
    if (!known || (unsettled.containsKey(id(event)) && moved(event))) {
      reader.accept(event);
      unsettled.put(id(event), event);
    }
    if (!event.path("state").asText().equals("pending")) {
      unsettled.remove(id(event));
    }
    last = Math.max(last, id(event));
  }

  private boolean moved(JsonNode event) {
    return !event.equals(unsettled.get(id(event)));
  }

  private static long id(JsonNode event) {
    return event.path("id").asLong();
  }
}
