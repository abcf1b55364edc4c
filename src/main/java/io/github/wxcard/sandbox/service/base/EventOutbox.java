package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventField;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.EventXml;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.HashMap;
import java.util.Map;

/** Records the events that actions cause; whoever delivers them finds them in the store. */
public final class EventOutbox {
  /** Who sends the outcome of a review: nobody's name, so no user has this openid. */
  public static final String REVIEWER = IdGenerator.openid("");

  /** Written so by WeChat. */
  private static final String USUAL_SCENE = "SOURCE_SCENE_UNKNOW";

  private EventOutbox() {}

  /**
   * Records an event about a code, sent by its holder.
   *
   * @param fields names and values beside CardId and UserCardCode, in turn
   */
  public static void record(Transaction tx, EventKind kind, Code code, String... fields) {
    Map<String, String> values = values(fields);
    values.put("CardId", code.cardId());
    values.put("UserCardCode", code.code());
    values.putIfAbsent("OuterStr", code.outerStr() == null ? "" : code.outerStr());
    values.putIfAbsent("SourceScene", USUAL_SCENE);
    values.putIfAbsent("UnionId", IdGenerator.unionId(code.openid()));
    add(tx, kind, code.openid(), values);
  }

  /** Records an event about a card. */
  public static void record(
      Transaction tx, EventKind kind, String sender, String cardId, String... fields) {
    Map<String, String> values = values(fields);
    values.put("CardId", cardId);
    add(tx, kind, sender, values);
  }

  /** Records how a review ended, that of something other than a card. */
  public static void recordReview(Transaction tx, EventKind kind, String... fields) {
    add(tx, kind, REVIEWER, values(fields));
  }

  /** What is not said stays empty, and a number is 0; what seldom comes is left out then. */
  private static void add(
      Transaction tx, EventKind kind, String sender, Map<String, String> values) {
    ObjectNode ordered = Json.object();
    for (EventField field : kind.details()) {
      String name = field.name();
      String value = values.getOrDefault(name, EventXml.isNumber(name) ? "0" : "");
      if (!field.rare() || (values.containsKey(name) && !value.isEmpty())) {
        ordered.put(name, value);
      }
    }
    State state = tx.sandboxSettings().callback().isPresent() ? State.PENDING : State.RECORDED;
    tx.events().add(kind.wireName(), sender, ordered, tx.now(), state);
  }

  private static Map<String, String> values(String... fields) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      values.put(fields[i], fields[i + 1]);
    }
    return values;
  }
}
