package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state as JSON, row by row: what {@link StateImport} reads back. */
record StateExport(Sql sql) {
  /** The form of the dump, and the key that tells one from other JSON. */
  static final int FORM = 1;

  static final String FORM_KEY = "wxcard_sandbox";
  static final String TABLES_KEY = "tables";

  /** Secrets, and what concerns only whoever talked to this very sandbox. */
  private static final Set<String> LEFT_OUT = Set.of("token", "ticket", "journal");

  /** The same among the rows of other tables, which their first column tells. */
  private static final Map<String, Set<String>> ROWS_LEFT_OUT =
      Map.of(
          "setting", Set.of("instance", "callback", "served", "stable_token_forced_at"),
          "document", Set.of("activate_ticket"));

  ObjectNode json() {
    ObjectNode dump = Json.object().put(FORM_KEY, FORM);
    ObjectNode tables = dump.putObject(TABLES_KEY);
    tables(sql).forEach(table -> tables.set(table, rows(table)));
    return dump;
  }

  /** The tables that a dump has. */
  static List<String> tables(Sql sql) {
    return allTables(sql).stream().filter(table -> !LEFT_OUT.contains(table)).toList();
  }

  /** The tables there are, as the database itself lists them. */
  static List<String> allTables(Sql sql) {
    return sql.all(
        Row::text,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            + " ORDER BY name");
  }

  /** Whether a row is no part of a dump. */
  static boolean leavesOut(String table, String first) {
    return ROWS_LEFT_OUT.getOrDefault(table, Set.of()).contains(first);
  }

  /** In the order they were added, which some answers follow. */
  private ArrayNode rows(String table) {
    List<TableColumn> columns = TableColumn.of(sql, table);
    String order = hasRowIds(table) ? " ORDER BY rowid" : "";
    ArrayNode rows = Json.array();
    sql.all(row -> shown(row.result(), columns), "SELECT * FROM " + table + order).stream()
        .filter(row -> !leavesOut(table, row.path(columns.get(0).name()).asText()))
        .forEach(rows::add);
    return rows;
  }

  private static ObjectNode shown(ResultSet row, List<TableColumn> columns) throws SQLException {
    ObjectNode shown = Json.object();
    for (TableColumn column : columns) {
      column.show(row, shown);
    }
    return shown;
  }

  private boolean hasRowIds(String table) {
    return sql.number(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = ? AND wr = 0",
            table)
        > 0;
  }
}
