package io.github.wxcard.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Codes that somebody holds or held. */
public final class CodeTable {
  private static final String COLUMNS =
      "SELECT code, card_id, merchant, openid, status, begin_time, end_time, outer_id, outer_str,"
          + " claimed, changed, given_by FROM code ";

  private final Sql sql;

  CodeTable(Sql sql) {
    this.sql = sql;
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
      String givenBy) {}

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

  /** The codes of a card that a person has in a status, in the order of receipt. */
  public List<Code> ofHolder(String openid, String cardId, CodeStatus status) {
    return sql.all(
        CodeTable::map,
        COLUMNS + "WHERE openid = ? AND card_id = ? AND status = ? ORDER BY claimed, code",
        openid,
        cardId,
        status.name());
  }

  /** How many codes were handed out. */
  public long count() {
    return sql.number("SELECT count(*) FROM code");
  }

  /** Keeps a code that was just handed out. */
  public void add(Code code) {
    sql.change(
        "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        code.code(),
        code.cardId(),
        code.merchant(),
        code.openid(),
        code.status().name(),
        code.beginTime(),
        code.endTime(),
        code.outerId(),
        code.outerStr(),
        code.claimed(),
        code.changed(),
        code.givenBy());
  }

  public void setStatus(Code code, CodeStatus status, long now) {
    sql.change(
        "UPDATE code SET status = ?, changed = ? WHERE code = ? AND card_id = ?",
        status.name(),
        now,
        code.code(),
        code.cardId());
  }

  /** Whose code was redeemed. */
  public record Redeemed(String cardId, String openid, String outerStr) {}

  /**
   * Redeems a code that is in its period, unless its holder has redeemed this card as often as it
   * allows; empty when nothing was done, as for a member card. One look at few columns, because
   * nothing is called more.
   *
   * @param cardId null for a code of WeChat's own making
   */
  public Optional<Redeemed> redeem(String text, String cardId, long now) {
    String where = " WHERE code = ? AND " + (cardId == null ? "NOT merchant" : "card_id = ?");
    Object[] key = cardId == null ? new Object[] {text} : new Object[] {text, cardId};
    Optional<Redeemed> found =
        sql.one(
            row -> new Redeemed(row.getString(1), row.getString(2), row.getString(3)),
            "SELECT card_id, openid, outer_str FROM code" + where,
            key);
    return found.filter(code -> redeem(text, code, now));
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
    sql.change(
        "UPDATE code SET outer_id = ?, outer_str = ? WHERE code = ? AND card_id = ?",
        outerId,
        outerStr,
        code.code(),
        code.cardId());
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
    String where = " WHERE code = ? AND card_id = ?";
    sql.change(
        "UPDATE code SET code = ?, changed = ?" + where, text, now, code.code(), code.cardId());
    sql.change("UPDATE member SET code = ?" + where, text, code.code(), code.cardId());
    sql.change("UPDATE gift SET code = ?" + where, text, code.code(), code.cardId());
  }

  /** Gives a code as it is to another holder, who can redeem it. */
  public void passOn(Code code, String receiver, long now) {
    sql.change(
        "UPDATE code SET openid = ?, given_by = ?, status = 'NORMAL', changed = ?"
            + " WHERE code = ? AND card_id = ?",
        receiver,
        code.openid(),
        now,
        code.code(),
        code.cardId());
  }

  /** Gives a code a period of its own; without an end it never ends. */
  public void setPeriod(Code code, long beginTime, Long endTime) {
    sql.change(
        "UPDATE code SET begin_time = ?, end_time = ? WHERE code = ? AND card_id = ?",
        beginTime,
        endTime,
        code.code(),
        code.cardId());
  }

  /** Moves the points and the money of a member card to the code that took its place. */
  public void moveMembership(Code from, Code to) {
    sql.change(
        "UPDATE member SET code = ? WHERE code = ? AND card_id = ?",
        to.code(),
        from.code(),
        from.cardId());
  }

  private static Code map(ResultSet row) throws SQLException {
    long end = row.getLong(7);
    Long endTime = row.wasNull() ? null : (Long) end;
    return new Code(
        row.getString(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString(4),
        CodeStatus.valueOf(row.getString(5)),
        row.getLong(6),
        endTime,
        row.getString(8),
        row.getString(9),
        row.getLong(10),
        row.getLong(11),
        row.getString(12));
  }
}
