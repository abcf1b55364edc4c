package io.github.wxcard.sandbox.store;

/** Who looked at which card, and when. */
public final class ViewTable {
  private final Sql sql;

  ViewTable(Sql sql) {
    this.sql = sql;
  }

  /** Notes that somebody looks at a card. */
  public void add(String cardId, String openid, long now) {
    sql.change("INSERT INTO card_view VALUES (?, ?, ?)", now, cardId, openid);
  }
}
