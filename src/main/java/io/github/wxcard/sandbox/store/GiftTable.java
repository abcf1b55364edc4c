package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.CodeTable.Code;
import java.util.Optional;

/** Codes that were given away, or were to be. */
public record GiftTable(Sql sql) {
  public enum State {
    /** Waits for whoever accepts it. */
    OPEN,
    ACCEPTED,
    RETURNED
  }

  /**
   * A gift that waits.
   *
   * @param given when it was sent, in Unix seconds
   */
  public record Gift(long id, String giver, long given) {}

  /** Sends a code from its holder to whoever accepts it. */
  public void add(Code code, long now) {
    sql.change(
        "INSERT INTO gift (code, card_id, giver, state, given) VALUES (?, ?, ?, 'OPEN', ?)",
        code.code(),
        code.cardId(),
        code.openid(),
        now);
  }

  /** The gift of a code that nobody has accepted yet; at most one of a code is under way. */
  public Optional<Gift> open(Code code) {
    return sql.one(
        row -> new Gift(row.number(), row.text(), row.number()),
        "SELECT id, giver, given FROM gift WHERE code = ? AND card_id = ? AND state = 'OPEN'",
        code.code(),
        code.cardId());
  }

  /**
   * Ends a gift.
   *
   * @param receiver the openid of whoever has it now
   */
  public void end(Gift gift, State state, String receiver, long now) {
    sql.change(
        "UPDATE gift SET state = ?, receiver = ?, ended = ? WHERE id = ?",
        state,
        receiver,
        now,
        gift.id());
  }
}
