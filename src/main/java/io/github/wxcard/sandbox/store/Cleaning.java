package io.github.wxcard.sandbox.store;

/** Empties every table, so that the database is as a new one, save for where it is served. */
final class Cleaning {
  private final Sql sql;

  Cleaning(Sql sql) {
    this.sql = sql;
  }

  void run() {
    for (String table : Tables.names(sql)) {
      boolean settings = table.equals("setting");
      sql.change("DELETE FROM " + table + (settings ? " WHERE name <> 'served'" : ""));
    }
    sql.change("INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))))");
  }
}
