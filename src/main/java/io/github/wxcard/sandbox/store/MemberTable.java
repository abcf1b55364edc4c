package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The members behind codes of member cards. */
public record MemberTable(Sql sql) {
  /**
   * A member, or somebody who only filled in the form so far.
   *
   * @param balance in fen
   * @param details the merchant's values: {@code custom_field_value1} to 3, {@code
   *     background_pic_url}
   * @param form what the user filled in, as answers show it; empty for nothing
   * @param activated Unix seconds; 0 for not yet
   */
  public record Member(
      String code,
      String cardId,
      String membershipNumber,
      long bonus,
      long balance,
      ObjectNode details,
      ObjectNode form,
      long activated) {

    public boolean isActive() {
      return activated != 0;
    }

    /** The same with other points and stored value. */
    public Member holding(long newBonus, long newBalance) {
      return new Member(
          code, cardId, membershipNumber, newBonus, newBalance, details, form, activated);
    }

    public Member answering(ObjectNode newForm) {
      return new Member(
          code, cardId, membershipNumber, bonus, balance, details, newForm, activated);
    }

    /** The same, as before the activation. */
    public Member deactivated() {
      return new Member(code, cardId, membershipNumber, bonus, balance, details, form, 0);
    }

    public Member activatedAs(String number, long now) {
      return new Member(code, cardId, number, bonus, balance, details, form, now);
    }
  }

  public Optional<Member> find(String code, String cardId) {
    return sql.one(
        row ->
            new Member(
                row.text(),
                row.text(),
                row.text(),
                row.number(),
                row.number(),
                row.object(),
                row.object(),
                row.number()),
        "SELECT code, card_id, membership_number, bonus, balance, details, form, activated"
            + " FROM member WHERE code = ? AND card_id = ?",
        code,
        cardId);
  }

  /** Keeps a member in place of what was known before. */
  public void put(Member member) {
    sql.change(
        "INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        member.code(),
        member.cardId(),
        member.membershipNumber(),
        member.bonus(),
        member.balance(),
        member.details(),
        member.form(),
        member.activated());
  }
}
