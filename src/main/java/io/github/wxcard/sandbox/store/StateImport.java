package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Empties the tables, and fills them from a dump, or says which row of it cannot be. */
record StateImport(Sql sql) {
  /** An answer of {@code GET /sandbox/export} is a dump as it came. */
  private static final Set<String> KEYS =
      Set.of(StateExport.FORM_KEY, StateExport.TABLES_KEY, "errcode", "errmsg");

  private static final String FIX =
      "Correct it; `wxcard sandbox export` shows how a whole state is written.";

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("code", "card_id", "card", "id"),
          new Reference("code", "openid", "person", "openid"),
          new Reference("deposit", "card_id", "card", "id"));

  /** Makes the database as a new one, save for where it is served. */
  void clear() {
    for (String table : StateExport.allTables(sql)) {
      boolean settings = table.equals("setting");
      sql.change("DELETE FROM " + table + (settings ? " WHERE name <> 'served'" : ""));
    }
    sql.change("INSERT INTO setting VALUES ('instance', lower(hex(randomblob(8))))");
  }

  void fill(JsonNode dump) {
    if (dump.path(StateExport.FORM_KEY).asInt() != StateExport.FORM) {
      throw bad("it does not begin with \"" + StateExport.FORM_KEY + "\": " + StateExport.FORM);
    }
    for (Map.Entry<String, JsonNode> field : dump.properties()) {
      known("", "key", field.getKey(), KEYS);
    }
    JsonNode tables = dump.path(StateExport.TABLES_KEY);
    if (!tables.isObject()) {
      throw bad("tables is not an object");
    }
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      known("", "table", table.getKey(), StateExport.tables(sql));
      fill(table.getKey(), table.getValue());
    }
    REFERENCES.forEach(reference -> reference.check(tables));
    checkControls();
  }

  private void fill(String table, JsonNode rows) {
    if (!rows.isArray()) {
      throw bad("table " + table + " is not a list of rows");
    }
    Map<String, TableColumn> columns = new LinkedHashMap<>();
    TableColumn.of(sql, table).forEach(column -> columns.put(column.name(), column));
    for (int i = 0; i < rows.size(); i++) {
      add(table, columns, rows.get(i), i + 1);
    }
  }

  private void add(String table, Map<String, TableColumn> columns, JsonNode row, int number) {
    if (!row.isObject()) {
      throw bad(table, number, "it is not an object of columns");
    }
    for (TableColumn column : columns.values()) {
      if (column.required() && !row.has(column.name())) {
        throw bad(table, number, "column " + column.name() + " is missing");
      }
    }
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      known(
          "table " + table + ", row " + number + ": ", "column", field.getKey(), columns.keySet());
      names.add(field.getKey());
      values.add(columns.get(field.getKey()).stored(field.getValue(), number));
    }
    String first = row.path(columns.keySet().iterator().next()).asText();
    if (StateExport.leavesOut(table, first)) {
      throw bad(table, number, first + " is no part of a seed");
    }
    insert(table, names, values, number);
  }

  private void insert(String table, List<String> names, List<Object> values, int number) {
    String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
    try {
      sql.change(
          "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks + ")",
          values.toArray());
    } catch (StoreException e) {
      if (!e.isConstraint()) {
        throw e;
      }
      String clash = e.getMessage().replaceFirst("(?s).*constraint failed: ([\\w., ]+).*", "$1");
      throw bad(table, number, "a row before it has the same " + clash).causedBy(e);
    }
  }

  /** They are read at every call: one that cannot be read would end all of them. */
  private void checkControls() {
    try {
      SandboxSettings.read(new SettingTable(sql, () -> {}));
    } catch (RuntimeException e) {
      throw bad("table setting: clock_offset is not a whole number").causedBy(e);
    }
  }

  private static void known(String where, String what, String name, Collection<String> names) {
    if (!names.contains(name)) {
      Failure failure = bad(where + "there is no " + what + " '" + name + "'");
      SpellingSuggestion.nearest(name, names)
          .ifPresent(near -> failure.fix("Was " + near + " meant?"));
      throw failure;
    }
  }

  /** A column whose values name rows of another table. */
  private record Reference(String table, String column, String target, String key) {
    /** Refuses a seed with a row that names another which is not there. */
    void check(JsonNode tables) {
      Set<String> keys = new HashSet<>();
      tables.path(target).forEach(row -> keys.add(row.path(key).asText()));
      JsonNode rows = tables.path(table);
      for (int i = 0; i < rows.size(); i++) {
        String value = rows.get(i).path(column).asText();
        if (!keys.contains(value)) {
          throw bad(
              table,
              i + 1,
              column + " names " + value + ", and table " + target + " has no such row");
        }
      }
    }
  }

  private static Failure bad(String what) {
    return Failure.of(FailureKind.INPUT, "the seed: " + what, FIX);
  }

  /**
   * @param row counted from 1
   */
  static Failure bad(String table, int row, String what) {
    return bad("table " + table + ", row " + row + ": " + what);
  }
}
