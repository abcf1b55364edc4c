package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.AccessRules.Part;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.access.Tokens;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.Right;
import io.github.wxcard.sandbox.service.base.Strike;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.Tx;
import io.github.wxcard.server.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Leads a request through the route table to its answer. */
final class Dispatcher {
  private static final int QUICKLY_READ = 64 << 10;
  private static final String CONTROLS = "/sandbox/";
  private static final String JOURNAL = "/sandbox/journal";

  private final Routes routes;
  private final AccessRules rules;
  private final Store store;
  private final Services services;
  private final Clock clock;
  private final Executor slow;
  private final RequestLog log;
  private final RefusalAnswers refusals;

  /**
   * @param slow does what would keep other callers waiting
   * @param log told how each call ended
   */
  Dispatcher(
      Routes routes,
      AccessRules rules,
      Store store,
      Services services,
      Clock clock,
      Executor slow,
      RequestLog log) {
    this.routes = routes;
    this.rules = rules;
    this.store = store;
    this.services = services;
    this.clock = clock;
    this.slow = slow;
    this.log = log;
    this.refusals = new RefusalAnswers(services.ids(), this::now);
  }

  /**
   * Answers a request, now or when its turn comes.
   *
   * @param told gets the answer, from whatever thread
   */
  void answer(Request request, Consumer<Answer> told) {
    long start = System.nanoTime();
    Consumer<Outcome> noted =
        outcome -> {
          try {
            note(request, outcome, (System.nanoTime() - start) / 1000);
          } catch (RuntimeException e) {
            // Whoever listens and fails keeps nobody from the answer.
          }
          told.accept(outcome.explained());
        };
    try {
      outcome(request, noted);
    } catch (RuntimeException defect) {
      noted.accept(refusals.defect(request, defect));
    }
  }

  private void note(Request request, Outcome outcome, long micros) {
    log.note(request, outcome, micros);
    if (!isLookAtControls(request)) {
      services.journal().add(new JournalEntry(request, outcome, now(), micros));
    }
  }

  private void outcome(Request request, Consumer<Outcome> told) {
    Optional<String> objection = rules.objection(Sender.of(request), part(request));
    if (objection.isPresent()) {
      String why = objection.get();
      told.accept(Outcome.refused(Answer.plain(403, why + ".\n"), new Refusal(403, why)));
    } else if (isControls(request)) {
      controls(request, told);
    } else if (Faults.concern(store.controls(), request.path())) {
      withFaults(request, told);
    } else {
      attempt(request, null, told);
    }
  }

  private Part part(Request request) {
    if (isControls(request)) {
      return Part.CONTROLS;
    }
    boolean page =
        routes.find(request.path()).stream()
            .anyMatch(each -> each.page().isPresent() && each.open());
    return page ? Part.PAGE : Part.API;
  }

  private void controls(Request request, Consumer<Outcome> told) {
    if (request.path().equals(JOURNAL)) {
      slowly(
          request,
          told,
          () -> services.journal().flush(store, () -> attempt(request, Strike.NONE, told)));
    } else {
      attempt(request, Strike.NONE, told);
    }
  }

  private void slowly(Request request, Consumer<Outcome> told, Runnable work) {
    slow.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error defect) {
            told.accept(refusals.defect(request, defect));
          }
        });
  }

  private void withFaults(Request request, Consumer<Outcome> told) {
    store.submit(
        true,
        tx -> services.faults().strike(tx, request.path()),
        (strike, trouble) -> {
          if (trouble == null) {
            struck(request, strike, told);
          } else {
            told.accept(refusals.defect(request, trouble));
          }
        });
  }

  private void struck(Request request, Strike strike, Consumer<Outcome> told) {
    String why = "fault " + strike.fault() + ", asked for by `wxcard sandbox fault add`";
    if (strike.errcode().isPresent()) {
      Outcome refused = refusals.answer(request, new Refusal(strike.errcode().getAsInt(), why));
      told.accept(refused.befallenBy(strike));
    } else if (strike.http().isPresent() || strike.drop()) {
      Answer answer = Answer.plain(strike.http().orElse(0), "");
      told.accept(Outcome.struck(answer.befallenBy(strike), why));
    } else {
      attempt(request, strike, outcome -> told.accept(outcome.befallenBy(strike)));
    }
  }

  /**
   * Does what a request asks for.
   *
   * @param strike what the faults decided; null when there seemed to be none
   */
  private void attempt(Request request, Strike strike, Consumer<Outcome> told) {
    Route route;
    try {
      route = route(request);
      if (part(request) == Part.API) {
        services.policy().ipWhitelist().demand(request.remote());
      }
    } catch (Refusal refusal) {
      told.accept(refusals.unrouted(request, refusal));
      return;
    }
    if (route.readsJournal() && !isControls(request)) {
      slowly(
          request,
          told,
          () -> services.journal().flush(store, () -> call(route, request, strike, told)));
      return;
    }
    if (route.page().isPresent()) {
      slowly(request, told, () -> told.accept(drawn(route.page().get(), request)));
    } else if (request.content().length > QUICKLY_READ) {
      slowly(request, told, () -> call(route, request, strike, told));
    } else {
      call(route, request, strike, told);
    }
  }

  private Outcome drawn(Route.Page page, Request request) {
    try {
      return Outcome.done(page.draw(request));
    } catch (Refusal refusal) {
      return refusals.answer(request, refusal);
    }
  }

  private Route route(Request request) {
    List<Route> found = routes.find(request.path());
    if (found.isEmpty()) {
      throw new Refusal(
          RefusalAnswers.INVALID_URL,
          "there is no such path"
              + routes
                  .similarTo(request.path())
                  .map(path -> "; was " + path + " meant?")
                  .orElse(""));
    }
    return found.stream()
        .filter(each -> each.takes(request.method()))
        .findFirst()
        .orElseThrow(
            () -> {
              Route.Verb verb = found.get(0).verb();
              return new Refusal(
                  verb.errcode(), "the path takes " + verb + ", not " + request.method());
            });
  }

  private void call(Route route, Request request, Strike strike, Consumer<Outcome> told) {
    // The body is read before the transaction begins, so that nobody waits for that.
    boolean trusted = isControls(request) && rules.holdsToken(Sender.of(request));
    Input input = Body.of(request, trusted);
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
          return route.action().run(tx, services.callShapes().read(request.path(), input));
        };
    store.submit(
        route.changes(),
        work,
        (result, trouble) -> {
          if (trouble instanceof Unforeseen) {
            withFaults(request, told);
          } else if (trouble instanceof Refusal refusal) {
            refused(request, refusal, told);
          } else if (trouble != null) {
            told.accept(refusals.defect(request, trouble));
          } else {
            told.accept(
                Outcome.done(
                    Answer.json(request.path(), 200, route.bare() ? result : withErrcode(result))));
          }
        });
  }

  private void refused(Request request, Refusal refusal, Consumer<Outcome> told) {
    if (refusal.aftermath().isEmpty()) {
      told.accept(refusals.answer(request, refusal));
      return;
    }
    store.submit(
        true,
        tx -> {
          refusal.aftermath().get().accept(tx);
          return null;
        },
        (done, trouble) ->
            told.accept(
                trouble == null
                    ? refusals.answer(request, refusal)
                    : refusals.defect(request, trouble)));
  }

  private static ObjectNode withErrcode(ObjectNode result) {
    ObjectNode answer = Json.object();
    answer.put("errcode", 0);
    answer.put("errmsg", "ok");
    answer.setAll(result);
    return answer;
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
