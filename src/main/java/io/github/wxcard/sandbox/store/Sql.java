package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection and its statements, each prepared once. Used by one thread at a time. */
final class Sql {
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private long changes;

  Sql(Connection connection) {
    this.connection = connection;
  }

  <T> Optional<T> one(Mapper<T> mapper, String sql, Object... values) {
    List<T> rows = all(mapper, sql, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  <T> List<T> all(Mapper<T> mapper, String sql, Object... values) {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bind(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(mapper.map(new Row(rows)));
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
    return found;
  }

  /** A number that the query always has, such as a count. */
  long number(String sql, Object... values) {
    return one(Row::number, sql, values).orElseThrow();
  }

  /** A number that an INSERT gives back. */
  long insert(String sql, Object... values) {
    changes++;
    return number(sql, values);
  }

  long changes() {
    return changes;
  }

  int change(String sql, Object... values) {
    changes++;
    try {
      return bind(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The driver finalises a statement that fails, so that it must be prepared anew. */
  private StoreException failed(String sql, SQLException cause) {
    PreparedStatement statement = prepared.remove(sql);
    if (statement != null) {
      try {
        statement.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
    return new StoreException(cause);
  }

  private PreparedStatement bind(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  /** As columns keep it: truth as 0 or 1, a constant by its name, JSON as its text. */
  private static Object stored(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof JsonNode tree ? Json.write(tree) : value;
  }

  static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row a result stands on; each call reads the next column. */
  static final class Row {
    private final ResultSet result;
    private int column;

    private Row(ResultSet result) {
      this.result = result;
    }

    String text() throws SQLException {
      return result.getString(++column);
    }

    long number() throws SQLException {
      return result.getLong(++column);
    }

    Long numberOrNull() throws SQLException {
      long number = number();
      return result.wasNull() ? null : (Long) number;
    }

    boolean flag() throws SQLException {
      return number() != 0;
    }

    byte[] bytes() throws SQLException {
      return result.getBytes(++column);
    }

    <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
      return Enum.valueOf(type, text());
    }

    JsonNode json() throws SQLException {
      return Sql.json(text());
    }

    ObjectNode object() throws SQLException {
      return (ObjectNode) json();
    }

    /** The whole row, for who does not know its columns. */
    ResultSet result() {
      return result;
    }
  }
}
