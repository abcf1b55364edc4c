package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Faults that were asked for, quotas among them. */
public final class FaultTable {
  private final Sql sql;
  private final Runnable changed;

  FaultTable(Sql sql, Runnable changed) {
    this.sql = sql;
    this.changed = changed;
  }

  /**
   * A fault.
   *
   * @param rule what strikes whom, as it was asked for
   * @param left how often it still strikes; null for without end
   * @param span a quota's current day or minute
   * @param used calls in that span
   */
  public record Fault(long id, ObjectNode rule, Long left, long span, long used) {}

  /** Every fault, in the order they were asked for. */
  public List<Fault> all() {
    return sql.all(
        row -> {
          long left = row.getLong(3);
          Long orNull = row.wasNull() ? null : (Long) left;
          return new Fault(
              row.getLong(1),
              JsonColumn.object(row.getString(2)),
              orNull,
              row.getLong(4),
              row.getLong(5));
        },
        "SELECT id, rule, left, span, used FROM fault ORDER BY id");
  }

  /** Keeps a fault and gives back its id. */
  public long add(ObjectNode rule, Long times) {
    changed.run();
    return sql.insert(
        "INSERT INTO fault (rule, left) VALUES (?, ?) RETURNING id", JsonColumn.text(rule), times);
  }

  /** Notes how often a fault still strikes, and a quota's use. */
  public void update(Fault fault) {
    changed.run();
    sql.change(
        "UPDATE fault SET left = ?, span = ?, used = ? WHERE id = ?",
        fault.left(),
        fault.span(),
        fault.used(),
        fault.id());
  }

  public void remove(long id) {
    changed.run();
    sql.change("DELETE FROM fault WHERE id = ?", id);
  }

  public void clear() {
    changed.run();
    sql.change("DELETE FROM fault");
  }
}
