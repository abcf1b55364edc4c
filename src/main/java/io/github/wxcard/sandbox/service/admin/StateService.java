package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.Transaction;
import java.nio.file.Path;
import java.util.Optional;

/** The state as a whole: looked at, emptied, written down and made again elsewhere. */
public final class StateService {
  private final Optional<Path> db;
  private final AccountPolicy policy;

  public StateService(Optional<Path> db, AccountPolicy policy) {
    this.db = db;
    this.policy = policy;
  }

  /** {@code GET /sandbox/status}: whose sandbox this is, and how much is in it. */
  public ObjectNode status(Transaction tx, CallInput input) {
    ObjectNode status = Json.object();
    status.put("appid", SandboxAccount.APP_ID);
    status.put("original_id", SandboxAccount.ORIGINAL_ID);
    status.put("db", db.map(Path::toString).orElse(":memory:"));
    status.put("instance", tx.settings().instance());
    status.put("time", tx.now());
    status.put("cards", tx.cards().count());
    status.put("codes", tx.codes().count());
    status.put("testers", tx.people().countTesters());
    status.put("users", tx.people().count());
    status.put("strict", policy.strict());
    ArrayNode without = status.putArray("without");
    policy.without().stream().sorted().map(AccountRight::word).forEach(without::add);
    status.put("auto_approve", policy.autoApprove());
    return status;
  }

  /** {@code POST /sandbox/reset}: forgets everything but the account; tokens become void. */
  public ObjectNode reset(Transaction tx, CallInput input) {
    tx.clear();
    return Json.object().put("instance", tx.settings().instance());
  }

  /**
   * {@code GET /sandbox/export}: {@code {"wxcard_sandbox":1,"tables":{"card":[{column:value}…]…}}}.
   */
  public static ObjectNode export(Transaction tx, CallInput input) {
    return input.trusted() ? tx.dump() : EventService.withHiddenResults(tx.dump());
  }

  /**
   * Puts what {@link #export} wrote in the place of a state without cards and codes; a {@link
   * Failure} of kind config when there are some, of kind input when it cannot be read.
   */
  public static void seed(Transaction tx, JsonNode dump) {
    long cards = tx.cards().count();
    long codes = tx.codes().count();
    if (cards > 0 || codes > 0) {
      throw Failure.of(
          FailureKind.CONFIG,
          "the database is not empty (cards: %d, codes: %d), and a seed would replace everything"
              .formatted(cards, codes),
          "Name another --db, use --memory, or empty this one with `wxcard sandbox reset`.");
    }
    tx.seed(dump);
    FaultService.check(tx);
    // Whoever sets a callback here is not told what happened elsewhere.
    tx.events().abandon("the callback is no part of a seed");
  }
}
