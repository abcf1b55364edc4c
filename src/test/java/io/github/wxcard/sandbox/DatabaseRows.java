package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sandbox's file, as any SQLite tool sees and changes them. */
record DatabaseRows(Path db) {
  /** An event as it was recorded. */
  record Event(String name, String sender, JsonNode fields) {
    String field(String name) {
      return fields.path(name).asText("absent");
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      fields.fieldNames().forEachRemaining(names::add);
      return names;
    }
  }

  /** The events of a kind, the oldest first. */
  List<Event> events(String name) {
    List<Event> events = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT name, sender, fields FROM event WHERE name = ? ORDER BY id")) {
      query.setString(1, name);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        events.add(
            new Event(rows.getString(1), rows.getString(2), Definitions.json(rows.getString(3))));
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes what a test needs otherwise than a call would leave it. */
  void change(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + db);
  }
}
