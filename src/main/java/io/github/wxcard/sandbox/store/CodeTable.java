package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Codes that somebody holds or held. */
public record CodeTable(Sql sql) {
  private static final String COLUMNS =
      "SELECT code, card_id, merchant, openid, status, begin_time, end_time, outer_id, outer_str,"
          + " claimed, changed, given_by FROM code ";

  /** Where a code stands; the names are WeChat's. */
  public enum CodeStatus {
    NORMAL,
    CONSUMED,
    EXPIRE,
    GIFTING,
    GIFT_TIMEOUT,
    GIFT_SUCC,
    DELETE,
    UNAVAILABLE
  }

  /**
   * A code in somebody's hand.
   *
   * @param merchant whether the merchant made it, so that only the card's id makes it unique
   * @param beginTime the first second it can be redeemed
   * @param endTime the last one; null for a card that never ends
   * @param givenBy the openid of whoever gave it away to its holder; null for a claimed one
   */
  public record Code(
      String code,
      String cardId,
      boolean merchant,
      String openid,
      CodeStatus status,
      long beginTime,
      Long endTime,
      String outerId,
      String outerStr,
      long claimed,
      long changed,
      String givenBy) {
    public boolean isOver(long now) {
      return endTime != null && now > endTime;
    }
  }

  /** Every code with this text: at most one of WeChat's own, and one for each card. */
  public List<Code> withText(String code) {
    return sql.all(CodeTable::map, COLUMNS + "WHERE code = ?", code);
  }

  public Optional<Code> find(String code, String cardId) {
    return sql.one(CodeTable::map, COLUMNS + "WHERE code = ? AND card_id = ?", code, cardId);
  }

  /** What a person was given, in the order of receipt. */
  public List<Code> ofHolder(String openid) {
    return sql.all(CodeTable::map, COLUMNS + "WHERE openid = ? ORDER BY claimed, code", openid);
  }

  /**
   * How many codes of a card a person claimed, those given away since included. Gifts received are
   * none: nobody's own claims shall depend on a friend's kindness.
   */
  public long countOf(String openid, String cardId) {
    return sql.number(
        "SELECT (SELECT count(*) FROM code WHERE openid = ? AND card_id = ? AND given_by IS NULL)"
            // A merchant's code goes on with its holder, so its gifts tell who claimed it.
            + " + (SELECT count(*) FROM gift JOIN code USING (code, card_id)"
            + " WHERE giver = ? AND card_id = ? AND state = 'ACCEPTED' AND merchant"
            + " AND NOT EXISTS (SELECT 1 FROM gift AS earlier WHERE earlier.code = gift.code"
            + " AND earlier.card_id = gift.card_id AND earlier.state = 'ACCEPTED'"
            + " AND earlier.id < gift.id))",
        openid,
        cardId,
        openid,
        cardId);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM code");
  }

  public void add(Code code) {
    sql.change(
        "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        code.code(),
        code.cardId(),
        code.merchant(),
        code.openid(),
        code.status(),
        code.beginTime(),
        code.endTime(),
        code.outerId(),
        code.outerStr(),
        code.claimed(),
        code.changed(),
        code.givenBy());
  }

  public void setStatus(Code code, CodeStatus status, long now) {
    set(code, "status = ?, changed = ?", status, now);
  }

  public record Redeemed(String cardId, String openid, String outerStr) {}

  /**
   * Redeems a code that is in its period, unless its holder has redeemed this card as often as it
   * allows; empty when nothing was done, as for a member card. One look at few columns, because
   * nothing is called more.
   *
   * @param cardId null for a code of WeChat's own making
   */
  public Optional<Redeemed> redeem(String text, String cardId, long now) {
    String where = cardId == null ? "NOT merchant" : "card_id = ?";
    Object[] key = cardId == null ? new Object[] {text} : new Object[] {text, cardId};
    return sql.one(
            row -> new Redeemed(row.text(), row.text(), row.text()),
            "SELECT card_id, openid, outer_str FROM code WHERE code = ? AND " + where,
            key)
        .filter(code -> redeem(text, code, now));
  }

  private boolean redeem(String text, Redeemed code, long now) {
    return sql.change(
            "UPDATE code SET status = 'CONSUMED', changed = ?1 WHERE code = ?2 AND card_id = ?3"
                + " AND status = 'NORMAL' AND begin_time <= ?1 AND ifnull(end_time, ?1) >= ?1"
                + " AND (SELECT count(*) FROM code WHERE openid = ?4 AND card_id = ?3"
                + " AND status = 'CONSUMED')"
                + " < (SELECT use_limit FROM card WHERE id = ?3 AND type <> 'MEMBER_CARD')",
            now,
            text,
            code.cardId(),
            code.openid())
        > 0;
  }

  /** Says where a code was claimed, for one that was claimed again; null for nothing said. */
  public void setScene(Code code, String outerId, String outerStr) {
    set(code, "outer_id = ?, outer_str = ?", outerId, outerStr);
  }

  /** Moves the begin of a card's codes, except of those that have another of their own. */
  public void beginEarlier(String cardId, long before, long begin) {
    sql.change(
        "UPDATE code SET begin_time = ? WHERE card_id = ? AND begin_time = ?",
        begin,
        cardId,
        before);
  }

  /** Moves the end of a card's codes, except of those that have another of their own. */
  public void endLater(String cardId, long before, long end) {
    sql.change(
        "UPDATE code SET end_time = ? WHERE card_id = ? AND end_time = ?", end, cardId, before);
  }

  /** Gives a code another text; what hangs on it comes along. */
  public void rename(Code code, String text, long now) {
    set(code, "code = ?, changed = ?", text, now);
    moveMembership(code, text);
    sql.change(
        "UPDATE gift SET code = ? WHERE code = ? AND card_id = ?",
        text,
        code.code(),
        code.cardId());
  }

  /** Gives a code as it is to another holder, who can redeem it. */
  public void passOn(Code code, String receiver, long now) {
    set(
        code,
        "openid = ?, given_by = ?, status = 'NORMAL', changed = ?",
        receiver,
        code.openid(),
        now);
  }

  /** Gives a code a period of its own; without an end it never ends. */
  public void setPeriod(Code code, long beginTime, Long endTime) {
    set(code, "begin_time = ?, end_time = ?", beginTime, endTime);
  }

  /** Moves the points and the money of a member card to the code that took its place. */
  public void moveMembership(Code from, String to) {
    sql.change(
        "UPDATE member SET code = ? WHERE code = ? AND card_id = ?",
        to,
        from.code(),
        from.cardId());
  }

  private static Code map(Row row) throws SQLException {
    return new Code(
        row.text(),
        row.text(),
        row.flag(),
        row.text(),
        row.constant(CodeStatus.class),
        row.number(),
        row.numberOrNull(),
        row.text(),
        row.text(),
        row.number(),
        row.number(),
        row.text());
  }

  /** Sets columns of one code; the values in the order of their marks. */
  private void set(Code code, String columns, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 2);
    all[values.length] = code.code();
    all[values.length + 1] = code.cardId();
    sql.change("UPDATE code SET " + columns + " WHERE code = ? AND card_id = ?", all);
  }
}
