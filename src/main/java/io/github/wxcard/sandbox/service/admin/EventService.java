package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.util.List;

/** The outbox as the person at the controls sees it. */
public final class EventService {
  private static final int BAD_VALUE = 40097;
  private static final int NO_CALLBACK = 40201;
  private static final int PAGE = 100;
  private static final char SEPARATOR = '\u001f';

  private EventService() {}

  /** {@code GET /sandbox/events}: the newest 100, or with {@code after=ID} the 100 that follow. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    List<Event> events =
        input.query("after").isPresent()
            ? tx.events().after(RequestJournal.after(input), PAGE)
            : tx.events().newest(PAGE);
    ArrayNode shown = Json.array();
    events.forEach(event -> shown.add(shown(event, input.trusted())));
    return Json.object().set("events", shown);
  }

  /** {@code POST /sandbox/events/resend} with an id: delivers it anew, whatever became of it. */
  public static ObjectNode resend(Transaction tx, CallInput input) {
    long id =
        input
            .number("id", BAD_VALUE)
            .orElseThrow(() -> CallInput.missing(input.body(), "id", BAD_VALUE));
    if (tx.events().find(id).isEmpty()) {
      throw new ApiException(BAD_VALUE, "there is no event " + id);
    }
    if (tx.sandboxSettings().callback().isEmpty()) {
      throw new ApiException(NO_CALLBACK, "no callback is set, so there is nobody to send it to");
    }
    tx.events().resend(id);
    return shown(tx.events().find(id).orElseThrow(), input.trusted());
  }

  private static ObjectNode shown(Event event, boolean trusted) {
    ObjectNode shown = Json.object().put("id", event.id()).put("name", event.name());
    shown.put("time", Instant.ofEpochSecond(event.created()).toString());
    shown.put("from", event.sender());
    shown.put("card_id", event.fields().path("CardId").asText());
    shown.put("code", event.fields().path("UserCardCode").asText());
    shown.set("fields", event.fields());
    shown.put("state", event.state().wireName());
    shown.put("attempts", event.attempts());
    return shown.put("result", shown(event.result(), trusted));
  }

  /**
   * How an attempt to deliver an event ended, as it is kept. What another machine said is kept
   * apart: whoever can set the callback address could read with it what only this machine can
   * reach.
   *
   * @param words what happened, in the sandbox's own words
   * @param quoted what the merchant's server said, or its like; empty for nothing
   * @param ofThisMachine whether a server of this machine said it, which anybody here can ask
   */
  public static String result(String words, String quoted, boolean ofThisMachine) {
    return quoted.isEmpty() ? words : words + (ofThisMachine ? ": " : SEPARATOR) + quoted;
  }

  /**
   * What is shown of a kept text.
   *
   * @param trusted whether to somebody who may see everything
   */
  private static String shown(String kept, boolean trusted) {
    int end = kept.indexOf(SEPARATOR);
    if (end < 0) {
      return kept;
    }
    return kept.substring(0, end)
        + (trusted
            ? ": " + kept.substring(end + 1)
            : " (what it said is shown to those who send X-Wxcard-Token)");
  }

  /** The same in all events of an export. */
  static ObjectNode withHiddenResults(ObjectNode dump) {
    for (JsonNode event : dump.at("/tables/event")) {
      if (event instanceof ObjectNode row && row.has("result")) {
        row.put("result", shown(row.path("result").asText(), false));
      }
    }
    return dump;
  }
}
