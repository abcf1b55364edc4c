package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Sql.Row;
import java.util.List;
import java.util.Optional;

/**
 * What the person at the controls has set: values by name, and the faults that were asked for,
 * quotas among them.
 *
 * @param changed told of every change
 */
public record SettingTable(Sql sql, Runnable changed) {
  /**
   * A fault.
   *
   * @param rule what strikes whom, as it was asked for
   * @param left how often it still strikes; null for without end
   * @param span a quota's current day or minute
   * @param used calls in that span
   */
  public record Fault(long id, ObjectNode rule, Long left, long span, long used) {}

  public Optional<String> find(String name) {
    return sql.one(Row::text, "SELECT value FROM setting WHERE name = ?", name);
  }

  /** The state's name, made with the database and changed by a reset. */
  public String instance() {
    return find("instance").orElseThrow();
  }

  /** Keeps a value under a name, in the place of an older one. */
  public void set(String name, String value) {
    change("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
  }

  public void remove(String name) {
    change("DELETE FROM setting WHERE name = ?", name);
  }

  public List<Fault> faults() {
    return sql.all(
        row ->
            new Fault(row.number(), row.object(), row.numberOrNull(), row.number(), row.number()),
        "SELECT id, rule, left, span, used FROM fault ORDER BY id");
  }

  public long addFault(ObjectNode rule, Long times) {
    changed.run();
    return sql.insert("INSERT INTO fault (rule, left) VALUES (?, ?) RETURNING id", rule, times);
  }

  /** Notes how often a fault still strikes, and a quota's use. */
  public void update(Fault fault) {
    change(
        "UPDATE fault SET left = ?, span = ?, used = ? WHERE id = ?",
        fault.left(),
        fault.span(),
        fault.used(),
        fault.id());
  }

  public void removeFault(long id) {
    change("DELETE FROM fault WHERE id = ?", id);
  }

  public void clearFaults() {
    change("DELETE FROM fault");
  }

  private void change(String statement, Object... values) {
    changed.run();
    sql.change(statement, values);
  }
}
