package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens, living and dead, and the two tickets that signatures are made with.
 *
 * @param known tokens that need not be read again until one changes
 */
public record TokenTable(Sql sql, Map<String, Token> known) {
  private static final String COLUMNS = "SELECT value, family, issued, expires, usable FROM token ";

  /**
   * A token.
   *
   * @param family which call made it; the two kinds never end each other
   * @param expires the end it was born with
   * @param usable the end it has, earlier when another token took its place
   */
  public record Token(String value, String family, long issued, long expires, long usable) {}

  /** A ticket and the second it ends. */
  public record Ticket(String value, long expires) {}

  public Optional<Token> find(String value) {
    Token remembered = known.get(value);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<Token> found = sql.one(TokenTable::map, COLUMNS + "WHERE value = ?", value);
    found.ifPresent(token -> known.put(value, token));
    return found;
  }

  /** The token that a family handed out last. */
  public Optional<Token> newest(String family) {
    return sql.one(
        TokenTable::map,
        COLUMNS + "WHERE family = ? ORDER BY issued DESC, usable DESC LIMIT 1",
        family);
  }

  public void add(Token token) {
    change(
        "INSERT INTO token VALUES (?, ?, ?, ?, ?)",
        token.value(),
        token.family(),
        token.issued(),
        token.expires(),
        token.usable());
  }

  /** Lets the tokens of a family end no later than the given second. */
  public void endBy(String family, long usable) {
    change("UPDATE token SET usable = ? WHERE family = ? AND usable > ?", usable, family, usable);
  }

  /** Lets one token end at the given second, even if that is later than it was born with. */
  public void endAt(String value, long usable) {
    change("UPDATE token SET usable = ? WHERE value = ?", usable, value);
  }

  /** Drops what ended before the given second. */
  public void forgetBefore(long expires) {
    change("DELETE FROM token WHERE expires < ?", expires);
  }

  /** The ticket of a kind, {@code jsapi} or {@code wx_card}. */
  public Optional<Ticket> ticket(String kind) {
    return sql.one(
        row -> new Ticket(row.text(), row.number()),
        "SELECT value, expires FROM ticket WHERE kind = ?",
        kind);
  }

  /** Keeps a ticket in place of the one before. */
  public void putTicket(String kind, Ticket ticket) {
    sql.change("REPLACE INTO ticket VALUES (?, ?, ?)", kind, ticket.value(), ticket.expires());
  }

  private void change(String statement, Object... values) {
    known.clear();
    sql.change(statement, values);
  }

  private static Token map(Row row) throws SQLException {
    return new Token(row.text(), row.text(), row.number(), row.number(), row.number());
  }
}
