package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.server.FaultEffect;
import java.util.OptionalInt;

/**
 * What a fault does to one request.
 *
 * @param id the fault's, for the journal; 0 when there is none
 * @param errcode the error code to answer with
 * @param http the HTTP status to answer with
 * @param effect what goes wrong with the answer: a connection is dropped before anything is done,
 *     an answer truncated or held back after everything was done
 */
public record InjectedFault(long id, OptionalInt errcode, OptionalInt http, FaultEffect effect) {
  /** Leaves a request alone. */
  public static final InjectedFault NONE =
      new InjectedFault(0, OptionalInt.empty(), OptionalInt.empty(), FaultEffect.NONE);

  /** Whether nothing is done of what the request asks for. */
  public boolean replacesCall() {
    return errcode.isPresent() || http.isPresent() || effect.drop();
  }
}
