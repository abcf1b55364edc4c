package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.Excerpt;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells while they happen which calls were refused and why, or all calls and how they ended. */
final class RequestLog {
  private static final int LONGEST_PATH = 500;

  private final Consumer<String> listener;
  private final boolean every;
  private final Clock clock;

  /**
   * @param listener told a line at a time
   * @param every whether it is told every request, with the time
   * @param clock the machine's, which nobody moves
   */
  RequestLog(Consumer<String> listener, boolean every, Clock clock) {
    this.listener = listener;
    this.every = every;
    this.clock = clock;
  }

  void note(Request request, CallResult result, long micros) {
    if (every) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      String took = String.format(Locale.ROOT, " (%.1f ms)", micros / 1000.0);
      listener.accept(now + " " + call(request) + ending(result) + took);
    } else if (result.refusal() != null && !isToldByStore(result.refusal())) {
      listener.accept(call(request) + refusal(result.refusal()));
    }
  }

  private static String call(Request request) {
    return request.method() + " " + brief(request.path()) + " -> ";
  }

  private static String ending(CallResult result) {
    Response response = result.response();
    String status = response.effect().drop() ? "dropped" : String.valueOf(response.status());
    if (result.refusal() != null) {
      return status + " " + refusal(result.refusal());
    }
    return result.remark().isEmpty() ? status : status + " " + result.remark();
  }

  private static String refusal(ApiException refusal) {
    return refusal.errcode() + ": " + JournalEntry.MASK.text(refusal.getMessage());
  }

  /** What befalls every call is told once and not for each. */
  private static boolean isToldByStore(ApiException refusal) {
    return refusal.getCause() instanceof StoreException;
  }

  /** An address as a line of a log may show it. */
  private static String brief(String path) {
    return JournalEntry.MASK.text(Excerpt.of(path, LONGEST_PATH)).replaceAll("\\p{Cc}", " ");
  }
}
