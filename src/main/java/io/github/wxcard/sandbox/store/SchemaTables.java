package io.github.wxcard.sandbox.store;

import java.util.List;

/** The tables there are, as the database itself lists them. */
final class SchemaTables {
  private SchemaTables() {}

  static List<String> names(Sql sql) {
    return sql.all(
        row -> row.getString(1),
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            + " ORDER BY name");
  }

  /** Whether the rows of a table stand in the order they were added. */
  static boolean numbersRows(Sql sql, String table) {
    return sql.number(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = ? AND wr = 0",
            table)
        > 0;
  }

  /** Empties every table, so that the database is as a new one, save for where it is served. */
  static void clear(Sql sql) {
    for (String table : names(sql)) {
      boolean settings = table.equals("setting");
      sql.change("DELETE FROM " + table + (settings ? " WHERE name <> 'served'" : ""));
    }
    sql.change("INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))))");
  }
}
