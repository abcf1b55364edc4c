package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.server.Request;

/**
 * What stands at the end of an {@code errmsg}, by which WeChat finds a call again.
 *
 * @param name {@code hint} for the card API, {@code rid} for everything else
 */
record TraceId(String name, String value) {

  static TraceId of(Request request, IdGenerator ids, long now) {
    return Route.isCardApi(request.path())
        ? new TraceId("hint", ids.hint())
        : new TraceId("rid", ids.requestId(now));
  }

  /** As it is written behind the text. */
  String text() {
    return name + ": " + (name.equals("hint") ? "[" + value + "]" : value);
  }
}
