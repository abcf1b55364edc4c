package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.SandboxSettings;
import io.github.wxcard.sandbox.store.SettingTable.Fault;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.server.Response;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Faults and quotas: asked for at the controls, and met by the calls of the API. */
public final class FaultService {
  private static final int DAILY_QUOTA = 45009;
  private static final int MINUTE_QUOTA = 45011;
  private static final long BEIJING = 8 * 3600;
  private static final String CLEARED_AT = "quota_cleared_at";

  private final RandomGenerator random;

  public FaultService(RandomGenerator random) {
    this.random = random;
  }

  /**
   * What a fault does to one request.
   *
   * @param id the fault's, for the journal; 0 when there is none
   * @param errcode the error code to answer with
   * @param http the HTTP status to answer with
   * @param effect what goes wrong with the answer: a connection is dropped before anything is done,
   *     an answer truncated or held back after everything was done
   */
  public record InjectedFault(
      long id, OptionalInt errcode, OptionalInt http, Response.Effect effect) {
    /** Leaves a request alone. */
    public static final InjectedFault NONE =
        new InjectedFault(0, OptionalInt.empty(), OptionalInt.empty(), Response.Effect.NONE);

    /** Whether nothing is done of what the request asks for. */
    public boolean replacesCall() {
      return errcode.isPresent() || http.isPresent() || effect.drop();
    }
  }

  /** {@code GET /sandbox/faults}. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    ArrayNode list = Json.array();
    tx.sandboxSettings().faults().forEach(fault -> list.add(shown(fault)));
    return Json.object().set("faults", list);
  }

  /** {@code POST /sandbox/faults}. */
  public static ObjectNode add(Transaction tx, CallInput input) {
    FaultRule rule = FaultRule.of(input);
    Long times = rule.times().isPresent() ? (Long) rule.times().getAsLong() : null;
    return Json.object().put("id", tx.settings().addFault(rule.json(), times));
  }

  /** {@code DELETE /sandbox/faults}: ends all of them. */
  public static ObjectNode clear(Transaction tx, CallInput input) {
    int count = tx.sandboxSettings().faults().size();
    tx.settings().clearFaults();
    return Json.object().put("cleared", count);
  }

  /** Whether any fault may strike a call of this path. */
  public static boolean concern(SandboxSettings settings, String path) {
    return settings.faults().stream().anyMatch(fault -> rule(fault).concerns(path));
  }

  /** Lets the faults decide on one call, the oldest first; the first that strikes counts. */
  public InjectedFault decide(Transaction tx, String path) {
    InjectedFault decided = InjectedFault.NONE;
    for (Fault fault : tx.sandboxSettings().faults()) {
      FaultRule rule = rule(fault);
      if (decided.equals(InjectedFault.NONE) && rule.concerns(path)) {
        decided = rule.quota().isPresent() ? count(tx, fault, rule) : meet(tx, fault, rule);
      }
    }
    return decided;
  }

  /** Refuses a state with a fault that no call could read. */
  public static void check(Transaction tx) {
    for (Fault fault : tx.settings().faults()) {
      try {
        rule(fault);
      } catch (ApiException refusal) {
        throw Failure.of(
                FailureKind.INPUT,
                "the seed: table fault: " + fault.rule() + ": " + refusal.getMessage(),
                "See `wxcard sandbox fault add --help` for what a fault does.")
            .causedBy(refusal);
      }
    }
  }

  /**
   * How often calls may be made.
   *
   * @param used so far
   */
  public record Quota(long most, long used) {}

  /** The tightest quota of the day that was set for a path. */
  public static Optional<Quota> dailyQuota(Transaction tx, String path) {
    return quota(tx, path, FaultRule.DAY);
  }

  /** The tightest quota of the minute that was set for a path. */
  public static Optional<Quota> minuteQuota(Transaction tx, String path) {
    return quota(tx, path, FaultRule.MINUTE);
  }

  private static Optional<Quota> quota(Transaction tx, String path, long span) {
    return tx.sandboxSettings().faults().stream()
        .filter(fault -> rule(fault).span() == span && rule(fault).quota().isPresent())
        .filter(fault -> rule(fault).concerns(path))
        .map(fault -> new Quota(rule(fault).quota().getAsLong(), used(tx, fault, span)))
        .min(Comparator.comparingLong(quota -> quota.most() - quota.used()));
  }

  private static long used(Transaction tx, Fault fault, long span) {
    return fault.span() == (tx.now() + BEIJING) / span ? fault.used() : 0;
  }

  /** From when on today's calls count: midnight in Beijing, or when the counters were cleared. */
  public static long countedSince(Transaction tx) {
    long midnight = (tx.now() + BEIJING) / FaultRule.DAY * FaultRule.DAY - BEIJING;
    return Math.max(midnight, tx.settings().find(CLEARED_AT).map(Long::parseLong).orElse(0L));
  }

  /** Starts every daily quota anew. */
  public static void resetDaily(Transaction tx) {
    tx.settings().set(CLEARED_AT, Long.toString(tx.now()));
    for (Fault fault : tx.settings().faults()) {
      if (fault.rule().has("daily")) {
        tx.settings().update(new Fault(fault.id(), fault.rule(), fault.left(), fault.span(), 0));
      }
    }
  }

  private InjectedFault meet(Transaction tx, Fault fault, FaultRule rule) {
    if (rule.rate() < 1 && random.nextDouble() >= rule.rate()) {
      return InjectedFault.NONE;
    }
    if (fault.left() != null && fault.left() <= 1) {
      tx.settings().removeFault(fault.id());
    } else if (fault.left() != null) {
      long left = fault.left() - 1;
      tx.settings().update(new Fault(fault.id(), fault.rule(), left, 0, 0));
    }
    return rule.fault(fault.id());
  }

  private static InjectedFault count(Transaction tx, Fault fault, FaultRule rule) {
    long span = (tx.now() + BEIJING) / rule.span();
    long used = span == fault.span() ? fault.used() : 0;
    if (used >= rule.quota().getAsLong()) {
      int errcode = rule.span() == FaultRule.DAY ? DAILY_QUOTA : MINUTE_QUOTA;
      return new InjectedFault(
          fault.id(), OptionalInt.of(errcode), OptionalInt.empty(), Response.Effect.NONE);
    }
    tx.settings().update(new Fault(fault.id(), fault.rule(), fault.left(), span, used + 1));
    return InjectedFault.NONE;
  }

  private static FaultRule rule(Fault fault) {
    return FaultRule.of(new CallInput(Map.of(), fault::rule, () -> null));
  }

  private static ObjectNode shown(Fault fault) {
    ObjectNode shown = Json.object().put("id", fault.id());
    shown.setAll(fault.rule());
    if (fault.left() != null) {
      shown.put("left", fault.left());
    }
    if (rule(fault).quota().isPresent()) {
      shown.put("used", fault.used());
    }
    return shown;
  }
}
