package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The last requests and answers. */
public final class JournalTable {
  /** How many are kept. */
  public static final int KEPT = 1000;

  private final Sql sql;

  JournalTable(Sql sql) {
    this.sql = sql;
  }

  /** Keeps entries, and forgets those they displace. */
  public void add(List<ObjectNode> entries) {
    for (ObjectNode entry : entries) {
      sql.change("INSERT INTO journal (entry) VALUES (?)", JsonColumn.text(entry));
    }
    sql.change("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", KEPT);
  }

  /** Entries after an id, the oldest first, each with its {@code id}. */
  public List<ObjectNode> after(long id) {
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode entry :
        sql.all(
            row -> JsonColumn.object(row.getString(2)).put("id", row.getLong(1)),
            "SELECT id, entry FROM journal WHERE id > ? ORDER BY id",
            id)) {
      found.add(entry);
    }
    return found;
  }
}
