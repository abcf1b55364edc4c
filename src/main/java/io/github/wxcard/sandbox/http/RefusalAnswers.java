package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Ids;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.server.Request;
import java.util.function.LongSupplier;

/** The answers that say no in WeChat's way. The one place where refusals get JSON. */
final class RefusalAnswers {
  static final int INVALID_URL = 40066;
  private static final int SYSTEM_ERROR = -1;

  private final Ids ids;
  private final LongSupplier now;

  /**
   * @param now the sandbox's time in Unix seconds
   */
  RefusalAnswers(Ids ids, LongSupplier now) {
    this.ids = ids;
    this.now = now;
  }

  Outcome answer(Request request, Refusal refusal) {
    return answer(request, 200, refusal);
  }

  /** The answer where no route takes the request. */
  Outcome unrouted(Request request, Refusal refusal) {
    // WeChat's own folders answer with an error code, any other address as a web server does.
    boolean unknown = refusal.errcode() == INVALID_URL && !ApiPath.isOf(request.path());
    return answer(request, unknown ? 404 : 200, refusal);
  }

  /** The answer to a call that failed by no fault of its own. */
  Outcome defect(Request request, Throwable defect) {
    String why =
        defect instanceof StoreException trouble
            ? trouble.reason()
            : "the sandbox itself failed: " + defect.getMessage();
    return answer(request, new Refusal(SYSTEM_ERROR, why, defect));
  }

  private Outcome answer(Request request, int status, Refusal refusal) {
    TraceId trace = TraceId.of(request, ids, now.getAsLong());
    ObjectNode answer = Json.object();
    answer.put("errcode", refusal.errcode());
    String tail = ErrorLocation.text(request, refusal);
    String text = ErrorText.of(refusal.errcode(), request);
    answer.put("errmsg", (text + " " + trace.text() + tail).stripLeading());
    answer.setAll(refusal.further());
    return Outcome.refused(Answer.json(request.path(), status, answer), refusal, trace);
  }
}
