package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.http.AccessRules.Caller;
import io.github.wxcard.sandbox.http.AccessRules.Part;
import io.github.wxcard.sandbox.http.CallExecutor.Call;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.admin.RequestJournal;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.IpWhitelist;
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
  private final IpWhitelist whitelist;
  private final Store store;
  private final CallExecutor executor;
  private final ApiResponses responses;
  private final RequestJournal journal;
  private final RequestLog log;
  private final Clock clock;
  private final Executor slow;

  /**
   * @param slow does what would keep other callers waiting
   * @param log told how each call ended
   */
  Dispatcher(
      ServiceContext services,
      Store store,
      AccessRules access,
      Clock clock,
      Executor slow,
      RequestLog log) {
    this.router = new Router(services, store);
    this.access = access;
    this.whitelist = services.policy().ipWhitelist();
    this.store = store;
    this.responses = new ApiResponses(services.ids(), this::now);
    this.executor = new CallExecutor(store, services.faults(), responses);
    this.journal = services.journal();
    this.log = log;
    this.clock = clock;
    this.slow = slow;
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
      told.accept(responses.failed(request, defect));
    }
  }

  private void note(Request request, CallResult result, long micros) {
    log.note(request, result, micros);
    // Whoever follows the journal would otherwise fill it.
    if (!Route.isControls(request.path()) || !request.method().equals("GET")) {
      journal.add(new JournalEntry(request, result, now(), micros));
    }
  }

  private void dispatch(Request request, Consumer<CallResult> told) {
    List<Route> found = router.find(request.path());
    Part part = part(request, found);
    Caller caller = Caller.of(request);
    Optional<String> objection = access.objection(caller, part);
    if (objection.isPresent()) {
      told.accept(CallResult.forbidden(objection.get()));
      return;
    }
    Call call = new Call(request, part == Part.CONTROLS, told);
    Route route;
    try {
      route = router.choose(found, request);
      if (part == Part.API) {
        whitelist.demand(request.remote());
      }
    } catch (ApiException refusal) {
      executor.unlessReplaced(call, each -> each.end(responses.unrouted(request, refusal)));
      return;
    }
    boolean trusted = call.controls() && access.holdsToken(caller);
    // The body is read before the transaction begins, so that nobody waits for that.
    Runnable work = () -> executor.execute(route, call, CallInputReader.read(request, trusted));
    if (route.page().isPresent()) {
      executor.unlessReplaced(call, each -> slowly(each, () -> draw(route.page().get(), each)));
    } else if (route.mode() == Route.Mode.READS_JOURNAL) {
      slowly(call, () -> journal.flush(store, work));
    } else if (request.content().length > QUICKLY_READ) {
      slowly(call, work);
    } else {
      work.run();
    }
  }

  private static Part part(Request request, List<Route> found) {
    if (Route.isControls(request.path())) {
      return Part.CONTROLS;
    }
    boolean page = found.stream().anyMatch(each -> each.page().isPresent() && each.open());
    return page ? Part.PAGE : Part.API;
  }

  private void slowly(Call call, Runnable work) {
    slow.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error defect) {
            call.end(responses.failed(call.request(), defect));
          }
        });
  }

  private void draw(Route.Page page, Call call) {
    CallResult drawn;
    try {
      drawn = CallResult.done(page.draw(call.request()));
    } catch (ApiException refusal) {
      drawn = responses.refused(call.request(), refusal);
    }
    call.end(drawn);
  }

  private long now() {
    return clock.instant().getEpochSecond() + store.sandboxSettings().clockOffset();
  }
}
