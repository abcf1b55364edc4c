package io.github.wxcard.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Access tokens, living and dead. */
public final class TokenTable {
  private static final String COLUMNS = "SELECT value, family, issued, expires, usable FROM token ";

  private final Sql sql;
  private final Map<String, Token> known;

  /**
   * @param known tokens that need not be read again until one changes
   */
  TokenTable(Sql sql, Map<String, Token> known) {
    this.sql = sql;
    this.known = known;
  }

  /**
   * A token.
   *
   * @param family which call made it; the two kinds never end each other
   * @param expires the end it was born with
   * @param usable the end it has, earlier when another token took its place
   */
  public record Token(String value, String family, long issued, long expires, long usable) {}

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
    known.clear();
    sql.change(
        "INSERT INTO token VALUES (?, ?, ?, ?, ?)",
        token.value(),
        token.family(),
        token.issued(),
        token.expires(),
        token.usable());
  }

  /** Lets the tokens of a family end no later than the given second. */
  public void endBy(String family, long usable) {
    known.clear();
    sql.change(
        "UPDATE token SET usable = ? WHERE family = ? AND usable > ?", usable, family, usable);
  }

  /** Lets one token end at the given second, even if that is later than it was born with. */
  public void endAt(String value, long usable) {
    known.clear();
    sql.change("UPDATE token SET usable = ? WHERE value = ?", usable, value);
  }

  /** Drops what ended before the given second. */
  public void forgetBefore(long expires) {
    known.clear();
    sql.change("DELETE FROM token WHERE expires < ?", expires);
  }

  private static Token map(ResultSet row) throws SQLException {
    return new Token(
        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }
}
