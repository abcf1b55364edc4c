package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.access.TokenService;
import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.admin.FaultService.InjectedFault;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import java.util.function.Consumer;

/** Does what a call asks for in one transaction: faults, token, action. */
final class CallExecutor {
  private final Store store;
  private final FaultService faults;
  private final ApiResponses responses;

  CallExecutor(Store store, FaultService faults, ApiResponses responses) {
    this.store = store;
    this.faults = faults;
    this.responses = responses;
  }

  /**
   * A call on its way through the sandbox, and how it ends.
   *
   * @param controls whether it is one of the sandbox's controls, which no fault strikes
   * @param told how it ended, once, from whatever thread
   */
  record Call(Request request, boolean controls, Consumer<CallResult> told) {
    void end(CallResult result) {
      told.accept(result);
    }

    /** The same whose answer suffers what a fault does. */
    Call after(InjectedFault fault) {
      return new Call(request, controls, result -> told.accept(result.after(fault)));
    }
  }

  /**
   * What came of a call in its transaction.
   *
   * @param answer null when a fault took its place, or when it failed
   * @param failure why it failed; null when it did not
   */
  private record Performed(InjectedFault fault, ObjectNode answer, Throwable failure) {}

  void execute(Route route, Call call, CallInput input) {
    store.submit(
        route.changes() || areFaultsFor(call),
        tx -> perform(tx, route, call, input),
        (performed, trouble) -> {
          if (trouble != null) {
            failed(call, trouble);
          } else if (performed.failure() != null) {
            failed(call.after(performed.fault()), performed.failure());
          } else if (performed.answer() == null) {
            call.end(replaced(call.request(), performed.fault()));
          } else {
            call.end(responses.done(call.request(), performed.answer()).after(performed.fault()));
          }
        });
  }

  private Performed perform(Transaction tx, Route route, Call call, CallInput input) {
    String path = call.request().path();
    if (call.controls() || !FaultService.concern(tx.sandboxSettings(), path)) {
      return new Performed(InjectedFault.NONE, answer(tx, route, input), null);
    }
    InjectedFault fault = faults.decide(tx, path);
    if (fault.replacesCall()) {
      return new Performed(fault, null, null);
    }
    try {
      return new Performed(fault, tx.nested(() -> answer(tx, route, input)), null);
    } catch (StoreException trouble) {
      throw trouble;
    } catch (RuntimeException | StackOverflowError failure) {
      // What the faults have counted stays, though the call is undone.
      return new Performed(fault, null, failure);
    }
  }

  private static ObjectNode answer(Transaction tx, Route route, CallInput input) {
    if (!route.open()) {
      TokenService.check(tx, input);
    }
    ObjectNode result = route.action().run(tx, input);
    if (route.bare()) {
      return result;
    }
    ObjectNode answer = Json.object().put("errcode", 0).put("errmsg", "ok");
    answer.setAll(result);
    return answer;
  }

  private void failed(Call call, Throwable trouble) {
    if (trouble instanceof ApiException refusal && refusal.aftermath().isPresent()) {
      store.submit(
          true,
          tx -> {
            refusal.aftermath().get().accept(tx);
            return null;
          },
          (done, failure) ->
              call.end(responses.failed(call.request(), failure == null ? refusal : failure)));
    } else {
      call.end(responses.failed(call.request(), trouble));
    }
  }

  /** Lets the faults decide on a call that has no transaction of its own. */
  void unlessReplaced(Call call, Consumer<Call> otherwise) {
    if (!areFaultsFor(call)) {
      otherwise.accept(call);
      return;
    }
    store.submit(
        true,
        tx -> faults.decide(tx, call.request().path()),
        (fault, trouble) -> {
          if (trouble != null) {
            call.end(responses.failed(call.request(), trouble));
          } else if (fault.replacesCall()) {
            call.end(replaced(call.request(), fault));
          } else {
            otherwise.accept(call.after(fault));
          }
        });
  }

  private boolean areFaultsFor(Call call) {
    return !call.controls() && FaultService.concern(store.sandboxSettings(), call.request().path());
  }

  private CallResult replaced(Request request, InjectedFault fault) {
    String why = "fault " + fault.id() + ", asked for by `wxcard sandbox fault add`";
    if (fault.errcode().isPresent()) {
      ApiException refusal = new ApiException(fault.errcode().getAsInt(), why);
      return responses.refused(request, refusal).after(fault);
    }
    Response response = Response.plain(fault.http().orElse(0), "").withEffect(fault.effect());
    return CallResult.replaced(response, why);
  }
}
