package io.github.wxcard.sandbox.service.panel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Account;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.service.base.Right;
import io.github.wxcard.sandbox.store.Tx;
import java.nio.file.Path;
import java.util.Optional;

/** What the person at the controls sees and does. */
public final class Panel {
  private final Optional<Path> db;
  private final Policy policy;

  public Panel(Optional<Path> db, Policy policy) {
    this.db = db;
    this.policy = policy;
  }

  /** {@code GET /sandbox/status}: whose sandbox this is, and how much is in it. */
  public ObjectNode status(Tx tx, Input input) {
    ObjectNode status = Json.object();
    status.put("appid", Account.APP_ID);
    status.put("original_id", Account.ORIGINAL_ID);
    status.put("db", db.map(Path::toString).orElse(":memory:"));
    status.put("instance", Instance.name(tx));
    status.put("time", tx.now());
    status.put("cards", tx.cards().count());
    status.put("codes", tx.codes().count());
    status.put("testers", tx.testers().count());
    status.put("users", tx.people().count());
    status.put("strict", policy.strict());
    ArrayNode without = status.putArray("without");
    policy.without().stream().sorted().map(Right::word).forEach(without::add);
    status.put("auto_approve", policy.autoApprove());
    return status;
  }

  /** {@code POST /sandbox/reset}: forgets everything but the account; tokens become void. */
  public ObjectNode reset(Tx tx, Input input) {
    tx.clear();
    return Json.object().put("instance", Instance.name(tx));
  }
}
