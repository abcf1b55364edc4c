package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.http.AccessRules.Caller;
import io.github.wxcard.sandbox.http.AccessRules.Part;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Exchange;
import io.github.wxcard.server.Request;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Leads a request through the route table to its answer. */
final class Dispatcher {
  private static final int QUICKLY_READ = 64 << 10;

  private final Router router;
  private final AccessRules access;
  private final Store store;
  private final ServiceContext services;
  private final CallExecutor executor;
  private final Clock clock;
  private final Executor slow;
  private final RequestLog log;
  private final ErrorResponses errors;

  /**
   * @param slow does what would keep other callers waiting
   * @param log told how each call ended
   */
  Dispatcher(
      Router router,
      AccessRules access,
      Store store,
      ServiceContext services,
      Clock clock,
      Executor slow,
      RequestLog log) {
    this.router = router;
    this.access = access;
    this.store = store;
    this.services = services;
    this.clock = clock;
    this.slow = slow;
    this.log = log;
    this.errors = new ErrorResponses(services.ids(), this::now);
    this.executor = new CallExecutor(store, services, errors);
  }

  /** Answers a request, now or when its turn comes. */
  void handle(Exchange exchange) {
    long start = System.nanoTime();
    Request request = exchange.request();
    Consumer<CallResult> told =
        result -> {
          try {
            note(request, result, (System.nanoTime() - start) / 1000);
          } catch (RuntimeException e) {
            // Whoever listens and fails keeps nobody from the answer.
          }
          exchange.respondOnFlush(result.explained());
        };
    try {
      dispatch(request, told);
    } catch (RuntimeException defect) {
      told.accept(errors.failed(request, defect));
    }
  }

  private void note(Request request, CallResult result, long micros) {
    log.note(request, result, micros);
    // Whoever follows the journal would otherwise fill it.
    if (!Route.isControls(request.path()) || !request.method().equals("GET")) {
      services.journal().add(new JournalEntry(request, result, now(), micros));
    }
  }

  private void dispatch(Request request, Consumer<CallResult> told) {
    List<Route> found = router.find(request.path());
    ApiExchange call = new ApiExchange(request, part(request, found), told);
    Optional<String> objection = access.objection(Caller.of(request), call.part());
    if (objection.isPresent()) {
      told.accept(CallResult.forbidden(objection.get()));
      return;
    }
    Route route;
    try {
      route = router.choose(found, request);
      if (call.part() == Part.API) {
        services.policy().ipWhitelist().demand(request.remote());
      }
    } catch (ApiException refusal) {
      executor.unlessReplaced(call, each -> each.end(errors.unrouted(request, refusal)));
      return;
    }
    if (route.page().isPresent()) {
      executor.unlessReplaced(call, each -> slowly(each, () -> draw(route.page().get(), each)));
    } else if (route.mode() == Route.Mode.READS_JOURNAL) {
      slowly(call, () -> services.journal().flush(store, () -> perform(route, call)));
    } else if (request.content().length > QUICKLY_READ) {
      slowly(call, () -> perform(route, call));
    } else {
      perform(route, call);
    }
  }

  private static Part part(Request request, List<Route> found) {
    if (Route.isControls(request.path())) {
      return Part.CONTROLS;
    }
    boolean page = found.stream().anyMatch(each -> each.page().isPresent() && each.open());
    return page ? Part.PAGE : Part.API;
  }

  private void slowly(ApiExchange call, Runnable work) {
    slow.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error defect) {
            call.end(errors.failed(call.request(), defect));
          }
        });
  }

  private void draw(Route.Page page, ApiExchange call) {
    CallResult drawn;
    try {
      drawn = CallResult.done(page.draw(call.request()));
    } catch (ApiException refusal) {
      drawn = errors.refused(call.request(), refusal);
    }
    call.end(drawn);
  }

  private void perform(Route route, ApiExchange call) {
    // The body is read before the transaction begins, so that nobody waits for that.
    boolean trusted = call.isControls() && access.holdsToken(Caller.of(call.request()));
    executor.execute(route, call, CallInputReader.read(call.request(), trusted));
  }

  private long now() {
    return clock.instant().getEpochSecond() + store.sandboxSettings().clockOffset();
  }
}
