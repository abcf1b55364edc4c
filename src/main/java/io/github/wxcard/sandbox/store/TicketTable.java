package io.github.wxcard.sandbox.store;

import java.util.Optional;

/** The two tickets that signatures are made with. */
public final class TicketTable {
  private final Sql sql;

  TicketTable(Sql sql) {
    this.sql = sql;
  }

  /** A ticket and the second it ends. */
  public record Ticket(String value, long expires) {}

  /** The ticket of a kind, {@code jsapi} or {@code wx_card}. */
  public Optional<Ticket> find(String kind) {
    return sql.one(
        row -> new Ticket(row.getString(1), row.getLong(2)),
        "SELECT value, expires FROM ticket WHERE kind = ?",
        kind);
  }

  /** Keeps a ticket in place of the one before. */
  public void put(String kind, Ticket ticket) {
    sql.change("REPLACE INTO ticket VALUES (?, ?, ?)", kind, ticket.value(), ticket.expires());
  }
}
