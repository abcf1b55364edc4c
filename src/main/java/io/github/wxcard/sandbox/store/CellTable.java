package io.github.wxcard.sandbox.store;

/** Which cells of a card are open. */
public final class CellTable {
  private final Sql sql;

  CellTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * The cells of one card.
   *
   * @param pay whether its holder can pay with it
   * @param selfConsume whether its holder can redeem it alone
   */
  public record Open(boolean pay, boolean selfConsume) {}

  /** The cells of a card that exists. */
  public Open of(String cardId) {
    return sql.one(
            row -> new Open(row.getBoolean(1), row.getBoolean(2)),
            "SELECT pay_cell, self_consume_cell FROM card WHERE id = ?",
            cardId)
        .orElseThrow();
  }

  /** Opens and closes cells. */
  public void set(String cardId, Open cells, long now) {
    sql.change(
        "UPDATE card SET pay_cell = ?, self_consume_cell = ?, updated = ? WHERE id = ?",
        cells.pay(),
        cells.selfConsume(),
        now,
        cardId);
  }
}
