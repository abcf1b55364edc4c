package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/** QR codes that hand out cards. */
public record QrTable(Sql sql) {
  private static final String COLUMNS =
      "SELECT ticket, link, cards, single_use, used, created, expires FROM qr_code ";

  /**
   * A QR code.
   *
   * @param link the last part of the address it encodes
   * @param cards what it offers, as a JSON array
   * @param singleUse whether each of its cards can be claimed once
   * @param used whether anything was claimed with it
   */
  public record Qr(
      String ticket,
      String link,
      JsonNode cards,
      boolean singleUse,
      boolean used,
      long created,
      long expires) {}

  public Optional<Qr> byTicket(String ticket) {
    return sql.one(QrTable::map, COLUMNS + "WHERE ticket = ?", ticket);
  }

  /** The QR code whose address ends with this. */
  public Optional<Qr> byLink(String link) {
    return sql.one(QrTable::map, COLUMNS + "WHERE link = ?", link);
  }

  public void add(Qr qr) {
    sql.change(
        "INSERT INTO qr_code VALUES (?, ?, ?, ?, ?, ?, ?)",
        qr.ticket(),
        qr.link(),
        qr.cards(),
        qr.singleUse(),
        qr.used(),
        qr.created(),
        qr.expires());
  }

  /** Notes that somebody claimed with it, and what it offers since. */
  public void setClaimed(String ticket, JsonNode cards) {
    sql.change("UPDATE qr_code SET used = 1, cards = ? WHERE ticket = ?", cards, ticket);
  }

  private static Qr map(Row row) throws SQLException {
    return new Qr(
        row.text(), row.text(), row.json(), row.flag(), row.flag(), row.number(), row.number());
  }
}
