package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Set;

/** The state as JSON, row by row: what {@link Seed} reads back. */
final class Dump {
  /** The form of the dump, and the key that tells one from other JSON. */
  static final int FORM = 1;

  static final String FORM_KEY = "wxcard_sandbox";
  static final String TABLES_KEY = "tables";

  /** Secrets, and what concerns only whoever talked to this very sandbox. */
  private static final Set<String> LEFT_OUT = Set.of("token", "ticket", "journal");

  private static final Set<String> SETTINGS_LEFT_OUT =
      Set.of("instance", "callback", "stable_token_forced_at");

  private final Sql sql;

  Dump(Sql sql) {
    this.sql = sql;
  }

  ObjectNode json() {
    ObjectNode dump = Json.object().put(FORM_KEY, FORM);
    ObjectNode tables = dump.putObject(TABLES_KEY);
    tables(sql).forEach(table -> tables.set(table, rows(table)));
    return dump;
  }

  /** The tables that a dump has. */
  static List<String> tables(Sql sql) {
    return Tables.names(sql).stream().filter(table -> !LEFT_OUT.contains(table)).toList();
  }

  /** Whether a setting is no part of a dump. */
  static boolean leavesOut(String setting) {
    return SETTINGS_LEFT_OUT.contains(setting);
  }

  /** In the order they were added, which some answers follow. */
  private ArrayNode rows(String table) {
    List<Column> columns = Column.of(sql, table);
    ArrayNode rows = Json.array();
    sql
        .all(
            row -> {
              ObjectNode shown = Json.object();
              for (Column column : columns) {
                column.show(row, shown);
              }
              return shown;
            },
            "SELECT * FROM " + table + (Tables.numbersRows(sql, table) ? " ORDER BY rowid" : ""))
        .stream()
        .filter(row -> !(table.equals("setting") && leavesOut(row.path("name").asText())))
        .forEach(rows::add);
    return rows;
  }
}
