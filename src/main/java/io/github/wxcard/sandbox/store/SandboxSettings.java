package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.SettingTable.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What the person at the controls has set. It concerns every call and changes seldom, so it is read
 * again only when somebody has written.
 *
 * @param clockOffset how many seconds the sandbox's time is ahead of the real one
 * @param callback where events go: {@code url}, {@code token}, {@code encodingAesKey}, {@code mode}
 */
public record SandboxSettings(long clockOffset, List<Fault> faults, Optional<ObjectNode> callback) {
  static final SandboxSettings NONE = new SandboxSettings(0, List.of(), Optional.empty());

  private static final String CLOCK = "clock_offset";
  private static final String CALLBACK = "callback";

  static SandboxSettings read(SettingTable settings) {
    return new SandboxSettings(
        settings.find(CLOCK).map(Long::parseLong).orElse(0L),
        settings.faults(),
        settings.find(CALLBACK).map(text -> (ObjectNode) Sql.json(text)));
  }

  public static void setClock(Transaction tx, long offset) {
    tx.settings().set(CLOCK, Long.toString(offset));
  }

  public static void setCallback(Transaction tx, ObjectNode callback) {
    tx.settings().set(CALLBACK, Json.write(callback));
  }

  public static void clearCallback(Transaction tx) {
    tx.settings().remove(CALLBACK);
  }
}
