package io.github.wxcard.sandbox.store;

import java.util.List;

/** Empties every table, so that the database is as a new one. */
final class Cleaning {
  private static final List<String> TABLES =
      List.of("token", "ticket", "image", "card", "qr_code", "person", "tester", "code", "setting");

  private final Sql sql;

  Cleaning(Sql sql) {
    this.sql = sql;
  }

  void run() {
    for (String table : TABLES) {
      sql.change("DELETE FROM " + table);
    }
    sql.change("INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))))");
  }
}
