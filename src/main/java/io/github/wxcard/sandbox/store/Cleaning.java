package io.github.wxcard.sandbox.store;

/** Empties every table, so that the database is as a new one. */
final class Cleaning {
  private final Sql sql;

  Cleaning(Sql sql) {
    this.sql = sql;
  }

  void run() {
    for (String table : Tables.names(sql)) {
      sql.change("DELETE FROM " + table);
    }
    sql.change("INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))))");
  }
}
