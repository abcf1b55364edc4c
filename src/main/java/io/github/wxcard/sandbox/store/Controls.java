package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.FaultTable.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What the person at the controls has set. It concerns every call and changes seldom, so it is read
 * again only when somebody has written.
 *
 * @param clockOffset how many seconds the sandbox's time is ahead of the real one
 * @param callback where events go: {@code url}, {@code token}, {@code encodingAesKey}, {@code mode}
 */
public record Controls(long clockOffset, List<Fault> faults, Optional<ObjectNode> callback) {
  static final Controls NONE = new Controls(0, List.of(), Optional.empty());

  private static final String CLOCK = "clock_offset";
  private static final String CALLBACK = "callback";

  static Controls read(SettingTable settings, FaultTable faults) {
    return new Controls(
        settings.find(CLOCK).map(Long::parseLong).orElse(0L),
        faults.all(),
        settings.find(CALLBACK).map(Stored::object));
  }

  /** Moves the sandbox's time. */
  public static void setClock(Tx tx, long offset) {
    tx.settings().set(CLOCK, Long.toString(offset));
  }

  /** Says where events go from now on. */
  public static void setCallback(Tx tx, ObjectNode callback) {
    tx.settings().set(CALLBACK, Stored.text(callback));
  }

  /** Events go nowhere from now on. */
  public static void clearCallback(Tx tx) {
    tx.settings().remove(CALLBACK);
  }
}
