package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.http.AccessRules.Part;
import io.github.wxcard.sandbox.service.base.InjectedFault;
import io.github.wxcard.server.Request;
import java.util.function.Consumer;

/**
 * A request on its way through the sandbox, and how it ends.
 *
 * @param told how it ended, once, from whatever thread
 */
record ApiExchange(Request request, Part part, Consumer<CallResult> told) {
  String path() {
    return request.path();
  }

  boolean isControls() {
    return part == Part.CONTROLS;
  }

  void end(CallResult result) {
    told.accept(result);
  }

  /** The same whose answer suffers what a fault does. */
  ApiExchange after(InjectedFault fault) {
    return new ApiExchange(request, part, result -> told.accept(result.after(fault)));
  }
}
