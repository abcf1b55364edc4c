package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.admin.FaultService.InjectedFault;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.QueryString;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param response without what explains it
 * @param refusal why it was refused; null when it was not
 * @param trace by which the refusal is found again
 * @param remark what the journal says beside that; empty for nothing
 */
record CallResult(Response response, ApiException refusal, Optional<Trace> trace, String remark) {
  private static final String REASON = "X-Wxcard-Reason";

  /**
   * What stands at the end of an {@code errmsg}, by which WeChat finds a call again.
   *
   * @param name {@code hint} for the card API, {@code rid} for everything else
   */
  record Trace(String name, String value) {
    /** As it is written behind the text. */
    String text() {
      return name + ": " + (name.equals("hint") ? "[" + value + "]" : value);
    }
  }

  static CallResult done(Response response) {
    return new CallResult(response, null, Optional.empty(), "");
  }

  /** A refusal before it was looked at what is asked for. */
  static CallResult forbidden(String why) {
    return new CallResult(
        Response.plain(403, why + ".\n"), new ApiException(403, why), Optional.empty(), "");
  }

  static CallResult refused(Response response, ApiException refusal, Trace trace) {
    return new CallResult(response, refusal, Optional.of(trace), "");
  }

  /** What a fault answers in the place of the call. */
  static CallResult replaced(Response response, String remark) {
    return new CallResult(response, null, Optional.empty(), remark);
  }

  CallResult after(InjectedFault fault) {
    String told = remark.isEmpty() && fault.id() > 0 ? "fault " + fault.id() : remark;
    return new CallResult(response.withEffect(fault.effect()), refusal, trace, told);
  }

  /**
   * What the caller gets: a refusal, or a fault that shows, says why, in a header that WeChat does
   * not send.
   */
  Response explained() {
    if (refusal != null) {
      return because(JournalEntry.MASK.text(refusal.getMessage()));
    }
    return response.status() >= 400 && !remark.isEmpty() ? because(remark) : response;
  }

  private Response because(String reason) {
    return response.withHeader(REASON, QueryString.encoded(reason));
  }
}
