package io.github.wxcard.sandbox.store;

import static com.fasterxml.jackson.databind.node.JsonNodeType.ARRAY;
import static com.fasterxml.jackson.databind.node.JsonNodeType.OBJECT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A column of a table, and how its values look in a dump: numbers and texts as they are, JSON as
 * JSON, bytes in base64.
 *
 * @param nullable whether it can hold nothing
 * @param required whether a new row must name it
 */
record TableColumn(String table, String name, String type, boolean nullable, boolean required) {
  private static final Map<String, JsonNodeType> JSON =
      Map.of(
          "card.definition", OBJECT,
          "qr_code.cards", ARRAY,
          "member.details", OBJECT,
          "member.form", OBJECT,
          "document.body", OBJECT,
          "event.fields", OBJECT,
          "fault.rule", OBJECT);

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "card.status", names(CardStatus.values()),
          "card.code_source", names(CodeSource.values()),
          "code.status", names(CodeStatus.values()),
          "gift.state", names(GiftTable.State.values()),
          "event.state", names(EventTable.State.values()));

  static List<TableColumn> of(Sql sql, String table) {
    return sql.all(
        row -> {
          String name = row.text();
          String type = row.text();
          boolean key = row.flag();
          boolean nullable = row.flag() && !key;
          boolean filled = nullable || row.flag() || (key && type.equals("INTEGER"));
          return new TableColumn(table, name, type, nullable, !filled);
        },
        "SELECT name, type, pk, \"notnull\" = 0, dflt_value IS NOT NULL"
            + " FROM pragma_table_info(?)",
        table);
  }

  /** Adds a row's value to the row as a dump shows it. */
  void show(ResultSet row, ObjectNode shown) throws SQLException {
    Object value = row.getObject(name);
    if (value == null) {
      shown.putNull(name);
    } else if (value instanceof byte[] bytes) {
      shown.put(name, Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Number) {
      shown.put(name, row.getLong(name));
    } else if (JSON.containsKey(place())) {
      shown.set(name, Sql.json(value.toString()));
    } else {
      shown.put(name, value.toString());
    }
  }

  /** What the database keeps for a value of a dump; a failure when the column cannot hold it. */
  Object stored(JsonNode value, int row) {
    if (value.isNull() && nullable) {
      return null;
    }
    if (JSON.containsKey(place())) {
      JsonNodeType wanted = JSON.get(place());
      return value.getNodeType() == wanted
          ? Json.write(value)
          : wrong(row, wanted == OBJECT ? "a JSON object" : "a JSON array");
    }
    return switch (type) {
      case "INTEGER" ->
          value.isIntegralNumber() && value.canConvertToLong()
              ? (Object) value.longValue()
              : wrong(row, "a whole number");
      case "BLOB" -> bytes(value, row);
      default -> text(value, row);
    };
  }

  private Object text(JsonNode value, int row) {
    List<String> words = WORDS.getOrDefault(place(), List.of());
    boolean fits = value.isTextual() && (words.isEmpty() || words.contains(value.textValue()));
    String expected = words.isEmpty() ? "a text" : "one of " + String.join(", ", words);
    return fits ? value.textValue() : wrong(row, expected);
  }

  private Object bytes(JsonNode value, int row) {
    try {
      return Base64.getDecoder().decode(value.isTextual() ? value.textValue() : "?");
    } catch (IllegalArgumentException e) {
      return wrong(row, "bytes in base64");
    }
  }

  private Object wrong(int row, String expected) {
    throw StateImport.bad(table, row, name + " is not " + expected);
  }

  private String place() {
    return table + "." + name;
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
