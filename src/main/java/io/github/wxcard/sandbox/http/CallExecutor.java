package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.access.TokenService;
import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.InjectedFault;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import java.util.function.Consumer;

/** Does what a call asks for in one transaction: faults, token, right, action. */
final class CallExecutor {
  private final Store store;
  private final ServiceContext services;
  private final ErrorResponses errors;

  CallExecutor(Store store, ServiceContext services, ErrorResponses errors) {
    this.store = store;
    this.services = services;
    this.errors = errors;
  }

  /**
   * What came of a call in its transaction.
   *
   * @param answer null when a fault took its place, or when it failed
   * @param failure why it failed; null when it did not
   */
  private record Performed(InjectedFault fault, ObjectNode answer, Throwable failure) {}

  void execute(Route route, ApiExchange call, CallInput input) {
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
            Response response = JsonResponse.of(call.path(), 200, performed.answer());
            call.end(CallResult.done(response).after(performed.fault()));
          }
        });
  }

  private Performed perform(Transaction tx, Route route, ApiExchange call, CallInput input) {
    if (call.isControls() || !FaultService.concern(tx.sandboxSettings(), call.path())) {
      return new Performed(InjectedFault.NONE, answer(tx, route, call.path(), input), null);
    }
    InjectedFault fault = services.faults().decide(tx, call.path());
    if (fault.replacesCall()) {
      return new Performed(fault, null, null);
    }
    try {
      return new Performed(fault, tx.nested(() -> answer(tx, route, call.path(), input)), null);
    } catch (StoreException trouble) {
      throw trouble;
    } catch (RuntimeException | StackOverflowError failure) {
      // What the faults have counted stays, though the call is undone.
      return new Performed(fault, null, failure);
    }
  }

  private ObjectNode answer(Transaction tx, Route route, String path, CallInput input) {
    if (!route.open()) {
      TokenService.check(tx, input);
    }
    route.right().ifPresent(services.policy()::demand);
    ObjectNode result = route.action().run(tx, services.callShapes().read(path, input));
    if (route.bare()) {
      return result;
    }
    ObjectNode answer = Json.object().put("errcode", 0).put("errmsg", "ok");
    answer.setAll(result);
    return answer;
  }

  private void failed(ApiExchange call, Throwable trouble) {
    if (!(trouble instanceof ApiException refusal)) {
      call.end(errors.failed(call.request(), trouble));
    } else if (refusal.aftermath().isEmpty()) {
      call.end(errors.refused(call.request(), refusal));
    } else {
      store.submit(
          true,
          tx -> {
            refusal.aftermath().get().accept(tx);
            return null;
          },
          (done, failure) ->
              call.end(
                  failure == null
                      ? errors.refused(call.request(), refusal)
                      : errors.failed(call.request(), failure)));
    }
  }

  /** Lets the faults decide on a call that has no transaction of its own. */
  void unlessReplaced(ApiExchange call, Consumer<ApiExchange> otherwise) {
    if (!areFaultsFor(call)) {
      otherwise.accept(call);
      return;
    }
    store.submit(
        true,
        tx -> services.faults().decide(tx, call.path()),
        (fault, trouble) -> {
          if (trouble != null) {
            call.end(errors.failed(call.request(), trouble));
          } else if (fault.replacesCall()) {
            call.end(replaced(call.request(), fault));
          } else {
            otherwise.accept(call.after(fault));
          }
        });
  }

  private boolean areFaultsFor(ApiExchange call) {
    return !call.isControls() && FaultService.concern(store.sandboxSettings(), call.path());
  }

  private CallResult replaced(Request request, InjectedFault fault) {
    String why = "fault " + fault.id() + ", asked for by `wxcard sandbox fault add`";
    if (fault.errcode().isPresent()) {
      return errors
          .refused(request, new ApiException(fault.errcode().getAsInt(), why))
          .after(fault);
    }
    Response response = Response.plain(fault.http().orElse(0), "").withEffect(fault.effect());
    return CallResult.replaced(response, why);
  }
}
