package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cards, deleted ones included. */
public record CardTable(Sql sql) {
  public enum CardStatus {
    NOT_VERIFY,
    VERIFY_FAIL,
    VERIFY_OK,
    DISPATCH,
    DELETE;

    public String wireName() {
      return "CARD_STATUS_" + name();
    }

    /** Whether anybody may claim it, and not testers alone. */
    public boolean isApproved() {
      return this == VERIFY_OK || this == DISPATCH;
    }
  }

  public enum CodeSource {
    /** WeChat makes a code when the card is claimed. */
    WECHAT,
    /** The merchant names the code with every QR code. */
    MERCHANT,
    /** The merchant imports codes and WeChat hands them out. */
    DEPOSIT;

    /** Whether a code needs its card's id to be found, since only the merchant keeps it unique. */
    public boolean isMerchants() {
      return this != WECHAT;
    }
  }

  /**
   * A card.
   *
   * @param type as in {@code GROUPON}
   * @param json the definition as JSON text, read when it is asked for
   * @param quantity what is left of the stock
   * @param totalQuantity all the stock there ever was
   */
  public record Card(
      String id,
      String type,
      CardStatus status,
      String json,
      long quantity,
      long totalQuantity,
      CodeSource codeSource,
      boolean bindOpenid,
      long getLimit,
      long useLimit,
      long created,
      long updated) {

    /** What the merchant sent under the type's key; a copy of one's own. */
    public ObjectNode definition() {
      return (ObjectNode) Sql.json(json);
    }
  }

  /** The card with this id, a deleted one too. */
  public Optional<Card> find(String id) {
    return sql.one(
        row ->
            new Card(
                row.text(),
                row.text(),
                row.constant(CardStatus.class),
                row.text(),
                row.number(),
                row.number(),
                row.constant(CodeSource.class),
                row.flag(),
                row.number(),
                row.number(),
                row.number(),
                row.number()),
        "SELECT id, type, status, definition, quantity, total_quantity, code_source, bind_openid,"
            + " get_limit, use_limit, created, updated FROM card WHERE id = ?",
        id);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM card");
  }

  /** The ids of cards in one of these states, the newest first. */
  public List<String> ids(Set<CardStatus> wanted) {
    String statuses = wanted.stream().map(CardStatus::name).collect(Collectors.joining("|"));
    return sql.all(
        Row::text,
        "SELECT id FROM card WHERE instr('|' || ? || '|', '|' || status || '|') > 0"
            + " ORDER BY rowid DESC",
        statuses);
  }

  public void add(Card card) {
    sql.change(
        "INSERT INTO card (id, type, status, definition, quantity, total_quantity, code_source,"
            + " bind_openid, get_limit, use_limit, created, updated, first_stock)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        card.id(),
        card.type(),
        card.status(),
        card.json(),
        card.quantity(),
        card.totalQuantity(),
        card.codeSource(),
        card.bindOpenid(),
        card.getLimit(),
        card.useLimit(),
        card.created(),
        card.updated(),
        card.quantity());
  }

  public void setStatus(String id, CardStatus status, long now) {
    sql.change("UPDATE card SET status = ?, updated = ? WHERE id = ?", status, now, id);
  }

  public void redefine(String id, String definition, long getLimit, long useLimit, long now) {
    sql.change(
        "UPDATE card SET definition = ?, get_limit = ?, use_limit = ?, updated = ? WHERE id = ?",
        definition,
        getLimit,
        useLimit,
        now,
        id);
  }

  /** Changes what is left and what there ever was; the first stock is the first that is not 0. */
  public void setStock(String id, long quantity, long total, long now) {
    sql.change(
        "UPDATE card SET quantity = ?, total_quantity = ?, updated = ?,"
            + " first_stock = CASE first_stock WHEN 0 THEN ? ELSE first_stock END WHERE id = ?",
        quantity,
        total,
        now,
        quantity,
        id);
  }

  /** Takes one from the stock; false when it is empty. */
  public boolean takeOne(String id) {
    return sql.change("UPDATE card SET quantity = quantity - 1 WHERE id = ? AND quantity > 0", id)
        == 1;
  }

  /**
   * Notes that the merchant is told of low stock; false when there is no reason to.
   *
   * @param first what the first stock must exceed
   * @param most what is left at most
   * @param last the latest time at which it may have been told before
   */
  public boolean remind(String id, long first, long most, long last, long now) {
    return sql.change(
            "UPDATE card SET reminded = ? WHERE id = ? AND first_stock > ? AND quantity <= ?"
                + " AND (reminded <= ? OR reminded > ?)", // the clock may have gone back
            now,
            id,
            first,
            most,
            last,
            now)
        == 1;
  }

  /**
   * The cells of one card.
   *
   * @param pay whether its holder can pay with it
   * @param selfConsume whether its holder can redeem it alone
   */
  public record OpenCells(boolean pay, boolean selfConsume) {}

  /** The cells of a card that exists. */
  public OpenCells cells(String cardId) {
    return sql.one(
            row -> new OpenCells(row.flag(), row.flag()),
            "SELECT pay_cell, self_consume_cell FROM card WHERE id = ?",
            cardId)
        .orElseThrow();
  }

  public void setCells(String cardId, OpenCells cells, long now) {
    sql.change(
        "UPDATE card SET pay_cell = ?, self_consume_cell = ?, updated = ? WHERE id = ?",
        cells.pay(),
        cells.selfConsume(),
        now,
        cardId);
  }

  public void addView(String cardId, String openid, long now) {
    sql.change("INSERT INTO card_view VALUES (?, ?, ?)", now, cardId, openid);
  }
}
