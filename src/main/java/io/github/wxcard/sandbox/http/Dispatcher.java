package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.Faults;
import io.github.wxcard.sandbox.service.Input;
import io.github.wxcard.sandbox.service.Refusal;
import io.github.wxcard.sandbox.service.Right;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.Strike;
import io.github.wxcard.sandbox.service.Tokens;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Tx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Leads a request through the route table to its answer. The one place where refusals get JSON. */
final class Dispatcher {
  private static final int SYSTEM_ERROR = -1;
  private static final int INVALID_URL = 40066;
  private static final String CONTROLS = "/sandbox/";

  private final Routes routes;
  private final Store store;
  private final Services services;
  private final Clock clock;
  private final Consumer<String> refusals;

  Dispatcher(
      Routes routes, Store store, Services services, Clock clock, Consumer<String> refusals) {
    this.routes = routes;
    this.store = store;
    this.services = services;
    this.clock = clock;
    this.refusals = refusals;
  }

  Answer answer(Request request) {
    long start = System.nanoTime();
    Outcome outcome = outcome(request);
    if (outcome.refusal() != null) {
      refusals.accept(
          "%s %s -> %d: %s"
              .formatted(
                  request.method(),
                  request.path(),
                  outcome.refusal().errcode(),
                  outcome.refusal().getMessage()));
    }
    if (!isLookAtControls(request)) {
      long micros = (System.nanoTime() - start) / 1000;
      services.journal().add(new JournalEntry(request, outcome, now(), micros));
    }
    return outcome.answer();
  }

  private Outcome outcome(Request request) {
    if (isControls(request)) {
      return request
          .sender()
          .objection()
          .map(why -> Outcome.refused(Answer.plain(403, why + ".\n"), new Refusal(403, why)))
          .orElseGet(() -> attempt(request, Strike.NONE));
    }
    if (!Faults.concern(store.controls(), request.path())) {
      try {
        return attempt(request, null);
      } catch (Unforeseen fault) {
        // Another process asked for a fault since this one looked last.
      }
    }
    return struck(request, store.write(tx -> services.faults().strike(tx, request.path())));
  }

  private Outcome struck(Request request, Strike strike) {
    String why = "fault " + strike.fault() + " of `wxcard sandbox fault list`";
    if (strike.errcode().isPresent()) {
      return refuse(200, new Refusal(strike.errcode().getAsInt(), why)).befallenBy(strike);
    }
    if (strike.http().isPresent()) {
      Answer answer = Answer.plain(strike.http().getAsInt(), "");
      return Outcome.struck(answer.befallenBy(strike), why);
    }
    if (strike.drop()) {
      return Outcome.struck(Answer.plain(0, "").befallenBy(strike), why);
    }
    return attempt(request, strike).befallenBy(strike);
  }

  /**
   * Answers a request.
   *
   * @param strike what the faults decided; null when there seemed to be none
   */
  private Outcome attempt(Request request, Strike strike) {
    try {
      return Outcome.done(found(request, strike));
    } catch (Refusal refusal) {
      return refuse(refusal.errcode() == INVALID_URL ? unknownStatus(request) : 200, refusal);
    } catch (Unforeseen fault) {
      throw fault;
    } catch (RuntimeException | StackOverflowError defect) {
      return refuse(200, new Refusal(SYSTEM_ERROR, defect.toString()));
    }
  }

  private Answer found(Request request, Strike strike) {
    List<Route> found = routes.find(request.path());
    if (found.isEmpty()) {
      throw new Refusal(
          INVALID_URL,
          "there is no such path"
              + routes
                  .similarTo(request.path())
                  .map(path -> "; was " + path + " meant?")
                  .orElse(""));
    }
    Optional<Route> route =
        found.stream().filter(each -> each.verb().takes(request.method())).findFirst();
    if (route.isEmpty()) {
      Route.Verb verb = found.get(0).verb();
      throw new Refusal(verb.errcode(), "the path takes " + verb + ", not " + request.method());
    }
    return route.get().page().isPresent()
        ? route.get().page().get().draw(request)
        : call(route.get(), request, strike);
  }

  private Answer call(Route route, Request request, Strike strike) {
    // The body is read before the transaction begins, so that nobody waits for that.
    Input input = Body.of(request);
    Function<Tx, ObjectNode> work =
        tx -> {
          if (strike == null && Faults.concern(tx.controls(), request.path())) {
            throw new Unforeseen();
          }
          if (!route.open()) {
            Tokens.check(tx, input);
          }
          if (request.path().startsWith("/card/")) {
            services.policy().demand(Right.CARD);
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
  private static int unknownStatus(Request request) {
    String path = request.path();
    boolean wechats =
        path.startsWith("/cgi-bin/") || path.startsWith("/card/") || path.startsWith("/datacube/");
    return wechats ? 200 : 404;
  }

  private Outcome refuse(int status, Refusal refusal) {
    String text = ErrorTable.find(refusal.errcode()).map(ErrorCode::text).orElse("");
    ObjectNode answer = Json.object();
    answer.put("errcode", refusal.errcode());
    answer.put("errmsg", text + " rid: " + services.ids().requestId(now()));
    return Outcome.refused(Answer.json(status, answer), refusal);
  }

  private long now() {
    return clock.instant().getEpochSecond() + store.controls().clockOffset();
  }

  private static boolean isControls(Request request) {
    return request.path().startsWith(CONTROLS);
  }

  /** Whoever follows the journal would otherwise fill it. */
  private static boolean isLookAtControls(Request request) {
    return isControls(request) && request.method().equals("GET");
  }

  /** There is a fault for this call after all; nothing was done. */
  private static final class Unforeseen extends RuntimeException {
    Unforeseen() {
      super(null, null, false, false);
    }
  }
}
