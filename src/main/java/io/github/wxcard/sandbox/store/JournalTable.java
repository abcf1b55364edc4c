package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The last requests and answers. */
public record JournalTable(Sql sql) {
  public static final int KEPT = 1000;

  /** Keeps entries, and forgets those they displace. */
  public void add(List<ObjectNode> entries) {
    for (ObjectNode entry : entries) {
      sql.change("INSERT INTO journal (entry) VALUES (?)", entry);
    }
    sql.change("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", KEPT);
  }

  /** Entries after an id, the oldest first, each with its {@code id}. */
  public List<ObjectNode> after(long id) {
    return sql.all(
        row -> row.object().put("id", row.number()),
        "SELECT entry, id FROM journal WHERE id > ? ORDER BY id",
        id);
  }
}
