package io.github.wxcard.sandbox.store;

import java.util.Optional;

/** What is kept by name. */
public final class SettingTable {
  private final Sql sql;
  private final Runnable changed;

  SettingTable(Sql sql, Runnable changed) {
    this.sql = sql;
    this.changed = changed;
  }

  public Optional<String> find(String name) {
    return sql.one(row -> row.getString(1), "SELECT value FROM setting WHERE name = ?", name);
  }

  /** The state's name, made with the database and changed by a reset. */
  public String instance() {
    return find("instance").orElseThrow();
  }

  /** Keeps a value under a name, in the place of an older one. */
  public void set(String name, String value) {
    changed.run();
    sql.change("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
  }

  public void remove(String name) {
    changed.run();
    sql.change("DELETE FROM setting WHERE name = ?", name);
  }
}
