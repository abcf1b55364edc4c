package io.github.wxcard.sandbox.store;

import java.util.List;

/** The tables there are, as the database itself lists them. */
final class Tables {
  private Tables() {}

  static List<String> names(Sql sql) {
    return sql.all(
        row -> row.getString(1),
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            + " ORDER BY name");
  }
}
