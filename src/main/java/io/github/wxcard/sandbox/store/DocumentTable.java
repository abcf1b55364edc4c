package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** JSON documents by kind and id: what a merchant files and reads back. */
public record DocumentTable(Sql sql) {
  private static final String COLUMNS = "SELECT id, body, created FROM document ";

  public record Document(String id, ObjectNode body, long created) {}

  public Optional<Document> find(String kind, String id) {
    return sql.one(DocumentTable::map, COLUMNS + "WHERE kind = ? AND id = ?", kind, id);
  }

  /** All of a kind, the oldest first. */
  public List<Document> all(String kind) {
    return sql.all(DocumentTable::map, COLUMNS + "WHERE kind = ? ORDER BY created, id", kind);
  }

  public long count(String kind) {
    return sql.number("SELECT count(*) FROM document WHERE kind = ?", kind);
  }

  /** Files a document in place of the one before it. */
  public void put(String kind, String id, ObjectNode body, long now) {
    sql.change(
        "INSERT INTO document VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
        kind,
        id,
        body,
        now);
  }

  /** Files a document, if there is one, under another id. */
  public void rename(String kind, String id, String other) {
    sql.change("UPDATE document SET id = ? WHERE kind = ? AND id = ?", other, kind, id);
  }

  public void removeBefore(String kind, long moment) {
    sql.change("DELETE FROM document WHERE kind = ? AND created < ?", kind, moment);
  }

  /** Throws a document away; whether there was one. */
  public boolean remove(String kind, String id) {
    return sql.change("DELETE FROM document WHERE kind = ? AND id = ?", kind, id) == 1;
  }

  private static Document map(Row row) throws SQLException {
    return new Document(row.text(), row.object(), row.number());
  }
}
