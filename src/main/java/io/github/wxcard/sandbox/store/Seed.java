package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills empty tables from a dump, or says which row of it cannot be. */
final class Seed {
  /** An answer of {@code GET /sandbox/export} is a dump as it came. */
  private static final Set<String> KEYS =
      Set.of(Dump.FORM_KEY, Dump.TABLES_KEY, "errcode", "errmsg");

  private final Sql sql;

  Seed(Sql sql) {
    this.sql = sql;
  }

  void run(JsonNode dump) {
    if (dump.path(Dump.FORM_KEY).asInt() != Dump.FORM) {
      throw BadSeed.of("it does not begin with \"" + Dump.FORM_KEY + "\": " + Dump.FORM);
    }
    for (Map.Entry<String, JsonNode> field : dump.properties()) {
      known("", "key", field.getKey(), KEYS);
    }
    JsonNode tables = dump.path(Dump.TABLES_KEY);
    if (!tables.isObject()) {
      throw BadSeed.of("tables is not an object");
    }
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      known("", "table", table.getKey(), Dump.tables(sql));
      fill(table.getKey(), table.getValue());
    }
    Reference.check(tables);
    checkControls();
  }

  private void fill(String table, JsonNode rows) {
    if (!rows.isArray()) {
      throw BadSeed.of("table " + table + " is not a list of rows");
    }
    Map<String, Column> columns =
        Column.of(sql, table).stream()
            .collect(
                Collectors.toMap(Column::name, column -> column, (a, b) -> a, LinkedHashMap::new));
    for (int i = 0; i < rows.size(); i++) {
      add(table, columns, rows.get(i), i + 1);
    }
  }

  private void add(String table, Map<String, Column> columns, JsonNode row, int number) {
    if (!row.isObject()) {
      throw BadSeed.at(table, number, "it is not an object of columns");
    }
    for (Column column : columns.values()) {
      if (column.required() && !row.has(column.name())) {
        throw BadSeed.at(table, number, "column " + column.name() + " is missing");
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
    if (Dump.leavesOut(table, first)) {
      throw BadSeed.at(table, number, first + " is no part of a seed");
    }
    insert(table, names, values, number);
  }

  private void insert(String table, List<String> names, List<Object> values, int number) {
    String marks = String.join(", ", names.stream().map(name -> "?").toList());
    try {
      sql.change(
          "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks + ")",
          values.toArray());
    } catch (StoreException e) {
      if (!e.isConstraint()) {
        throw e;
      }
      String clash = e.getMessage().replaceFirst("(?s).*constraint failed: ([\\w., ]+).*", "$1");
      throw BadSeed.at(table, number, "a row before it has the same " + clash).causedBy(e);
    }
  }

  /** They are read at every call: one that cannot be read would end all of them. */
  private void checkControls() {
    try {
      Controls.read(new SettingTable(sql, () -> {}), new FaultTable(sql, () -> {}));
    } catch (RuntimeException e) {
      throw BadSeed.of("table setting: clock_offset is not a whole number").causedBy(e);
    }
  }

  private static void known(String where, String what, String name, Collection<String> names) {
    if (!names.contains(name)) {
      Failure failure = BadSeed.of(where + "there is no " + what + " '" + name + "'");
      SpellingSuggestion.nearest(name, names)
          .ifPresent(near -> failure.fix("Was " + near + " meant?"));
      throw failure;
    }
  }
}
