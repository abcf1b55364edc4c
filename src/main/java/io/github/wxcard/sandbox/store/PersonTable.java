package io.github.wxcard.sandbox.store;

import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everybody who was ever mentioned, and the test whitelist. */
public record PersonTable(Sql sql) {
  /**
   * A user of WeChat.
   *
   * @param name the WeChat id; the openid again for somebody known by that alone
   */
  public record Person(String openid, String name) {}

  public Optional<Person> byOpenid(String openid) {
    return sql.one(PersonTable::map, "SELECT openid, name FROM person WHERE openid = ?", openid);
  }

  public Optional<Person> byName(String name) {
    return sql.one(PersonTable::map, "SELECT openid, name FROM person WHERE name = ?", name);
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
        row -> new Holder(row.text(), row.text(), row.number()),
        "SELECT name, person.openid, count(code.code) FROM person LEFT JOIN code"
            + " ON code.openid = person.openid AND status NOT IN ('DELETE', 'GIFT_SUCC')"
            + " GROUP BY person.openid ORDER BY created, name");
  }

  public void add(Person person, long now) {
    sql.change("INSERT INTO person VALUES (?, ?, ?)", person.openid(), person.name(), now);
  }

  public long since(String openid) {
    return sql.number("SELECT created FROM person WHERE openid = ?", openid);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM person");
  }

  /** Puts others in the place of the testers listed before, by names and openids as given. */
  public void setTesters(List<String> names, List<String> openids) {
    sql.change("DELETE FROM tester");
    String add = "INSERT OR IGNORE INTO tester VALUES (?, ?)";
    names.forEach(name -> sql.change(add, "name", name));
    openids.forEach(openid -> sql.change(add, "openid", openid));
  }

  /** Whether a person is on the test whitelist, by name or by openid. */
  public boolean isTester(Person person) {
    return sql.number(
            "SELECT count(*) FROM tester WHERE kind = 'name' AND value = ?"
                + " OR kind = 'openid' AND value = ?",
            person.name(),
            person.openid())
        > 0;
  }

  public long countTesters() {
    return sql.number("SELECT count(*) FROM tester");
  }

  private static Person map(Row row) throws SQLException {
    return new Person(row.text(), row.text());
  }
}
