package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The outbox: every event that an action caused, and what became of its delivery. */
public record EventTable(Sql sql) {
  /** How many events are kept in the long run: the newest, and all that wait for delivery. */
  public static final int KEPT = 10_000;

  private static final String COLUMNS =
      "SELECT id, name, sender, fields, created, state, attempts, due, result FROM event ";

  public enum State {
    /** Nobody was to be told when it happened. */
    RECORDED,
    /** To be sent when it is due. */
    PENDING,
    DELIVERED,
    /** Sent as often as WeChat would, and never accepted. */
    FAILED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An event.
   *
   * @param sender the openid of {@code FromUserName}
   * @param fields its own fields in the order of the document
   * @param created the sandbox's time in Unix seconds
   * @param due when to send it next, in real milliseconds
   * @param result how the last attempt ended, in words; empty while one is under way
   */
  public record Event(
      long id,
      String name,
      String sender,
      ObjectNode fields,
      long created,
      State state,
      int attempts,
      long due,
      String result) {}

  public void add(String name, String sender, ObjectNode fields, long created, State state) {
    sql.change(
        "INSERT INTO event (name, sender, fields, created, state) VALUES (?, ?, ?, ?, ?)",
        name,
        sender,
        fields,
        created,
        state);
  }

  public void trim() {
    sql.change(
        "DELETE FROM event WHERE id <= (SELECT max(id) FROM event) - ? AND state <> 'PENDING'",
        KEPT);
  }

  public Optional<Event> find(long id) {
    return sql.one(EventTable::map, COLUMNS + "WHERE id = ?", id);
  }

  public List<Event> after(long id, int most) {
    return sql.all(EventTable::map, COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?", id, most);
  }

  /** The newest events, the oldest of them first. */
  public List<Event> newest(int most) {
    return sql.all(
        EventTable::map,
        "SELECT * FROM (" + COLUMNS + "ORDER BY id DESC LIMIT ?) ORDER BY id",
        most);
  }

  /** The newest event of one of these names that somebody sent. */
  public Optional<Event> newestOf(String sender, List<String> names) {
    return sql.one(
        EventTable::map,
        COLUMNS + "WHERE sender = ? AND instr(?, '|' || name || '|') > 0 ORDER BY id DESC LIMIT 1",
        sender,
        "|" + String.join("|", names) + "|");
  }

  /** Events to be sent by now, the oldest first. */
  public List<Event> due(long now, int most) {
    return sql.all(
        EventTable::map,
        COLUMNS + "WHERE state = 'PENDING' AND due <= ? ORDER BY due, id LIMIT ?",
        now,
        most);
  }

  /** Begins an attempt: nobody else sends the event before {@code until}, real milliseconds. */
  public Event lease(Event event, long until) {
    sql.change(
        "UPDATE event SET attempts = attempts + 1, due = ?, result = '' WHERE id = ?",
        until,
        event.id());
    return find(event.id()).orElseThrow();
  }

  /**
   * Says how an attempt ended, unless the event has moved on since: it was sent again, or it is not
   * to be sent any more.
   *
   * @param leased the event as {@link #lease} gave it
   * @param due when to send it next, if it is still pending
   */
  public void settle(Event leased, State state, long due, String result) {
    sql.change(
        "UPDATE event SET state = ?, due = ?, result = ?"
            + " WHERE id = ? AND state = 'PENDING' AND attempts = ? AND due = ?",
        state,
        due,
        result,
        leased.id(),
        leased.attempts(),
        leased.due());
  }

  /** Sends an event from the beginning, as soon as can be. */
  public void resend(long id) {
    sql.change(
        "UPDATE event SET state = 'PENDING', attempts = 0, due = 0, result = '' WHERE id = ?", id);
  }

  public void abandon(String result) {
    sql.change("UPDATE event SET state = 'RECORDED', result = ? WHERE state = 'PENDING'", result);
  }

  private static Event map(Row row) throws SQLException {
    return new Event(
        row.number(),
        row.text(),
        row.text(),
        row.object(),
        row.number(),
        row.constant(State.class),
        (int) row.number(),
        row.number(),
        row.text());
  }
}
