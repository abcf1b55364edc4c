package io.github.wxcard.sandbox.store;

import java.util.List;
import java.util.Optional;

/** Everybody who was ever mentioned. */
public final class PersonTable {
  private final Sql sql;

  PersonTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * A user of WeChat.
   *
   * @param name the WeChat id; the openid again for somebody known by that alone
   */
  public record Person(String openid, String name) {}

  public Optional<Person> byOpenid(String openid) {
    return sql.one(
        row -> new Person(row.getString(1), row.getString(2)),
        "SELECT openid, name FROM person WHERE openid = ?",
        openid);
  }

  public Optional<Person> byName(String name) {
    return sql.one(
        row -> new Person(row.getString(1), row.getString(2)),
        "SELECT openid, name FROM person WHERE name = ?",
        name);
  }

  /**
   * Somebody and the wallet.
   *
   * @param cards how many codes are in it, in whatever state
   */
  public record Holder(String name, String openid, long cards) {}

  /** Everybody in the order of first mention. */
  public List<Holder> holders() {
    return sql.all(
        row -> new Holder(row.getString(1), row.getString(2), row.getLong(3)),
        "SELECT name, person.openid, count(code.code) FROM person LEFT JOIN code"
            + " ON code.openid = person.openid AND status NOT IN ('DELETE', 'GIFT_SUCC')"
            + " GROUP BY person.openid ORDER BY created, name");
  }

  public void add(Person person, long now) {
    sql.change("INSERT INTO person VALUES (?, ?, ?)", person.openid(), person.name(), now);
  }

  /** When somebody was first mentioned. */
  public long since(String openid) {
    return sql.number("SELECT created FROM person WHERE openid = ?", openid);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM person");
  }
}
