package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.Ids;
import io.github.wxcard.sandbox.service.Input;
import io.github.wxcard.sandbox.service.Refusal;
import io.github.wxcard.sandbox.service.Tokens;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Tx;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Leads a request through the route table to its answer. The one place where refusals get JSON. */
final class Dispatcher {
  private static final int SYSTEM_ERROR = -1;
  private static final int INVALID_URL = 40066;

  private final Routes routes;
  private final Store store;
  private final Ids ids;
  private final Clock clock;
  private final Consumer<String> refusals;

  Dispatcher(Routes routes, Store store, Ids ids, Clock clock, Consumer<String> refusals) {
    this.routes = routes;
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.refusals = refusals;
  }

  Answer answer(Request request) {
    try {
      Route route = routes.find(request.path()).orElse(null);
      if (route == null) {
        return unknownPath(request);
      }
      if (!route.verb().takes(request.method())) {
        throw new Refusal(route.verb().errcode(), "the path takes " + route.verb());
      }
      return route.page().isPresent() ? route.page().get().draw(request) : call(route, request);
    } catch (Refusal refusal) {
      return refuse(200, request, refusal);
    } catch (RuntimeException | StackOverflowError defect) {
      return refuse(200, request, new Refusal(SYSTEM_ERROR, defect.toString()));
    }
  }

  private Answer call(Route route, Request request) {
    // The body is read before the transaction begins, so that nobody waits for that.
    Input input = Body.of(request);
    Function<Tx, ObjectNode> work =
        tx -> {
          if (!route.open()) {
            Tokens.check(tx, input);
          }
          return route.action().run(tx, input);
        };
    ObjectNode result = route.changes() ? store.write(work) : store.read(work);
    return Answer.json(200, route.bare() ? result : withErrcode(result));
  }

  private static ObjectNode withErrcode(ObjectNode result) {
    ObjectNode answer = Json.object();
    answer.put("errcode", 0);
    answer.put("errmsg", "ok");
    answer.setAll(result);
    return answer;
  }

  /** WeChat's own folders answer with an error code, any other address as a web server does. */
  private Answer unknownPath(Request request) {
    String path = request.path();
    boolean wechats =
        path.startsWith("/cgi-bin/") || path.startsWith("/card/") || path.startsWith("/datacube/");
    Refusal refusal = new Refusal(INVALID_URL, "there is no such path");
    return refuse(wechats ? 200 : 404, request, refusal);
  }

  private Answer refuse(int status, Request request, Refusal refusal) {
    refusals.accept(
        request.method()
            + " "
            + request.path()
            + " -> "
            + refusal.errcode()
            + ": "
            + refusal.getMessage());
    String text = ErrorTable.find(refusal.errcode()).map(ErrorCode::text).orElse("");
    ObjectNode answer = Json.object();
    answer.put("errcode", refusal.errcode());
    answer.put("errmsg", text + " rid: " + ids.requestId(clock.instant().getEpochSecond()));
    return Answer.json(status, answer);
  }
}
