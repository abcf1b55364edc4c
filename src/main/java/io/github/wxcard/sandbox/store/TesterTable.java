package io.github.wxcard.sandbox.store;

import java.util.List;

/** The test whitelist: names and openids, as the merchant gave them. */
public final class TesterTable {
  private final Sql sql;

  TesterTable(Sql sql) {
    this.sql = sql;
  }

  /** Puts other people in the place of those listed before. */
  public void replace(List<String> names, List<String> openids) {
    sql.change("DELETE FROM tester");
    names.forEach(name -> add("name", name));
    openids.forEach(openid -> add("openid", openid));
  }

  /** Whether a person is listed, by name or by openid. */
  public boolean has(PersonTable.Person person) {
    return sql.number(
            "SELECT count(*) FROM tester WHERE kind = 'name' AND value = ?"
                + " OR kind = 'openid' AND value = ?",
            person.name(),
            person.openid())
        > 0;
  }

  public long count() {
    return sql.number("SELECT count(*) FROM tester");
  }

  private void add(String kind, String value) {
    sql.change("INSERT OR IGNORE INTO tester VALUES (?, ?)", kind, value);
  }
}
