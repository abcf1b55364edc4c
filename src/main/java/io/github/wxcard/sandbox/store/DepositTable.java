package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.Sql.Row;
import java.util.Optional;

/** Codes that a merchant imported for WeChat to hand out. */
public record DepositTable(Sql sql) {
  private static final String FREE = "card_id = ? AND taken = 0 AND reserved_until <= ?";

  /** Imports a code; false when the card had it already. */
  public boolean add(String cardId, String code) {
    return sql.change("INSERT OR IGNORE INTO deposit (card_id, code) VALUES (?, ?)", cardId, code)
        == 1;
  }

  /** Whether a code was imported, handed out or not. */
  public boolean has(String cardId, String code) {
    return sql.number("SELECT count(*) FROM deposit WHERE card_id = ? AND code = ?", cardId, code)
        > 0;
  }

  /** How many codes were imported, those handed out included. */
  public long count(String cardId) {
    return sql.number("SELECT count(*) FROM deposit WHERE card_id = ?", cardId);
  }

  /** How many codes are not handed out, those reserved included. */
  public long countLeft(String cardId) {
    return sql.number("SELECT count(*) FROM deposit WHERE card_id = ? AND taken = 0", cardId);
  }

  /** How many codes are neither handed out nor reserved. */
  public long countFree(String cardId, long now) {
    return sql.number("SELECT count(*) FROM deposit WHERE " + FREE, cardId, now);
  }

  /** One of the codes that {@link #countFree} counts. */
  public Optional<String> free(String cardId, long now, long index) {
    return sql.one(
        Row::text,
        "SELECT code FROM deposit WHERE " + FREE + " ORDER BY code LIMIT 1 OFFSET ?",
        cardId,
        now,
        index);
  }

  /** Keeps a code for one QR code until the second that ends it. */
  public void reserve(String cardId, String code, long until) {
    sql.change(
        "UPDATE deposit SET reserved_until = ? WHERE card_id = ? AND code = ?",
        until,
        cardId,
        code);
  }

  public void take(String cardId, String code) {
    sql.change("UPDATE deposit SET taken = 1 WHERE card_id = ? AND code = ?", cardId, code);
  }

  public void rename(String cardId, String code, String other) {
    sql.change("UPDATE deposit SET code = ? WHERE card_id = ? AND code = ?", other, cardId, code);
  }
}
